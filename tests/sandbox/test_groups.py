"""Groups: members, rights, removal of the bot, and the move to a supergroup."""

import pytest

from tests.sandbox.conftest import Api
from tests.stage import Player, Stage


async def test_the_bot_hears_everything_in_its_group(
    api: Api, stage: Stage, narges: Player
) -> None:
    group = await stage.group("Counselors", [narges])
    await narges.in_(group).says("good morning")
    message = (await api.updates())[0]["message"]
    assert message["chat"] == {"id": group["id"], "title": "Counselors", "type": "supergroup"}


@pytest.mark.parametrize(
    ("supergroup", "words"), [(True, "supergroup chat"), (False, "group chat")]
)
async def test_a_bot_that_was_removed_cannot_write(
    api: Api, stage: Stage, narges: Player, supergroup: bool, words: str
) -> None:
    group = await stage.group("Counselors", [narges], supergroup=supergroup)
    await stage.post("group", chat=group["key"], action="kick_bot", person=narges.id)
    refused = await api.refusal("sendMessage", chat_id=group["id"], text="x")
    assert (refused.code, refused.description) == (
        403,
        f"Forbidden: bot was kicked from the {words}",
    )
    change = (await api.updates())[0]["my_chat_member"]
    assert change["new_chat_member"]["status"] == "kicked"
    await narges.in_(group).says("is it gone?")
    assert len(await api.updates(offset=-5)) == 1


async def test_a_group_that_becomes_a_supergroup_names_its_new_id(
    api: Api, stage: Stage, narges: Player
) -> None:
    old = await stage.group("Counselors", [narges], supergroup=False)
    await narges.in_(old).says("before")
    new = await stage.post("group", chat=old["key"], action="migrate")
    refused = await api.refusal("sendMessage", chat_id=old["id"], text="x")
    assert refused.code == 400
    assert refused.parameters == {"migrate_to_chat_id": new["id"]}
    notices = [u["message"] for u in await api.updates()][1:]
    assert (notices[0]["chat"]["id"], notices[0]["migrate_to_chat_id"]) == (old["id"], new["id"])
    assert (notices[1]["chat"]["id"], notices[1]["migrate_from_chat_id"]) == (new["id"], old["id"])
    await api("sendMessage", chat_id=new["id"], text="we moved")
    await narges.in_(old).hears("we moved")


async def test_a_deleted_group_is_gone(api: Api, stage: Stage, narges: Player) -> None:
    group = await stage.group("Counselors", [narges], supergroup=False)
    await stage.post("group", chat=group["key"], action="delete")
    refused = await api.refusal("sendMessage", chat_id=group["id"], text="x")
    assert refused.description == "Forbidden: the group chat was deleted"


async def test_members_and_administrators_are_known(
    api: Api, stage: Stage, maryam: Player, narges: Player
) -> None:
    group = await stage.group("Counselors", [narges])
    asked = {"chat_id": group["id"]}
    bot = await api("getMe")
    states = [
        (await api("getChatMember", **asked, user_id=who))["status"]
        for who in (narges.id, maryam.id, bot["id"])
    ]
    assert states == ["creator", "left", "administrator"]
    assert await api("getChatMemberCount", **asked) == 2
    admins = await api("getChatAdministrators", **asked)
    assert [admin["user"]["id"] for admin in admins] == [narges.id, bot["id"]]


async def test_a_bot_that_left_is_no_member(api: Api, stage: Stage, narges: Player) -> None:
    group = await stage.group("Counselors", [narges])
    await api("leaveChat", chat_id=group["id"])
    refused = await api.refusal("getChat", chat_id=group["id"])
    assert refused.description == "Forbidden: bot is not a member of the supergroup chat"


async def test_coming_and_going_is_seen(api: Api, stage: Stage, maryam: Player) -> None:
    group = await stage.group("Counselors", [])
    await stage.post("group", chat=group["key"], action="join", person=maryam.id)
    await stage.post("group", chat=group["key"], action="leave", person=maryam.id)
    joined, left = [u["message"] for u in await api.updates()]
    assert joined["new_chat_members"][0]["id"] == maryam.id
    assert left["left_chat_member"]["id"] == maryam.id
