"""Files: what people send, what bots upload and download, ids that change."""

import base64
import io

import aiohttp
import pytest

from bot.sandbox.samples import ogg_voice, png
from tests.sandbox.conftest import Api, Refused
from tests.stage import Json, Player


async def _upload(api: Api, method: str, name: str, data: bytes, **fields: str) -> Json:
    form = aiohttp.FormData(fields)
    form.add_field(
        name, io.BytesIO(data), filename="note.bin", content_type="application/octet-stream"
    )
    async with api.http.post(f"/bot{api.token}/{method}", data=form) as response:
        answer: Json = await response.json()
    if not answer["ok"]:
        raise Refused(answer)
    result: Json = answer["result"]
    return result


async def _download(api: Api, file_id: str) -> bytes:
    path = (await api("getFile", file_id=file_id))["file_path"]
    async with api.http.get(f"/file/bot{api.token}/{path}") as response:
        assert response.status == 200
        return await response.read()


KINDS = ("photo", "voice", "audio", "video", "video_note", "document", "animation", "sticker")


@pytest.mark.parametrize("kind", KINDS)
async def test_what_a_person_sends_can_be_fetched_and_sent_on(
    api: Api, maryam: Player, narges: Player, kind: str
) -> None:
    await maryam.sends(kind)
    media = (await api.updates())[0]["message"][kind]
    file_id = media[-1]["file_id"] if kind == "photo" else media["file_id"]
    assert len(await _download(api, file_id)) > 20
    method = "send" + "".join(word.title() for word in kind.split("_"))
    await api(method, **{"chat_id": narges.id, kind: file_id})
    assert (await narges.chat())[0]["kind"] == kind


async def test_ids_differ_each_time_and_unique_ids_do_not(api: Api, maryam: Player) -> None:
    await maryam.sends_voice()
    first = (await api.updates())[0]["message"]["voice"]
    second = (await api("sendVoice", chat_id=maryam.id, voice=first["file_id"]))["voice"]
    assert first["file_id"] != second["file_id"]
    assert first["file_unique_id"] == second["file_unique_id"]


async def test_a_photo_comes_in_several_sizes(api: Api, maryam: Player) -> None:
    await maryam.sends("photo", data=base64.b64encode(png(1000, 500)).decode(), caption="see")
    message = (await api.updates())[0]["message"]
    assert [(p["width"], p["height"]) for p in message["photo"]] == [
        (90, 45),
        (320, 160),
        (1000, 500),
    ]
    assert message["caption"] == "see"


async def test_an_uploaded_file_comes_back_unchanged(api: Api, maryam: Player) -> None:
    data = bytes(range(256)) * 40 + b"\r\n--not-the-boundary\r\n\r\n"
    sent = await _upload(api, "sendDocument", "document", data, chat_id=str(maryam.id))
    assert sent["document"]["file_name"] == "note.bin"
    assert await _download(api, sent["document"]["file_id"]) == data


async def test_an_album_may_mix_uploads_and_known_files(api: Api, maryam: Player) -> None:
    await maryam.sends_photo()
    known = (await api.updates())[0]["message"]["photo"][-1]["file_id"]
    media = f'[{{"type":"photo","media":"{known}"}},{{"type":"photo","media":"attach://new"}}]'
    fields = {"chat_id": str(maryam.id), "media": media}
    await _upload(api, "sendMediaGroup", "new", png(), **fields)
    album = (await maryam.chat())[1:]
    assert len(album) == 2
    assert len({message["media_group_id"] for message in album}) == 1


async def test_an_album_of_a_person_comes_as_updates_with_one_group_id(
    api: Api, maryam: Player
) -> None:
    for _ in range(3):
        await maryam.sends_photo(album="trip")
    await maryam.sends_photo(album="another")
    groups = [u["message"]["media_group_id"] for u in await api.updates()]
    assert len(set(groups[:3])) == 1
    assert groups[3] not in groups[:3]


async def test_wrong_files_are_refused(api: Api, maryam: Player) -> None:
    where = {"chat_id": str(maryam.id)}
    made_up = await api.refusal("sendPhoto", **where, photo="AgACnothing")
    assert made_up.description == "Bad Request: wrong file identifier/HTTP URL specified"
    with pytest.raises(Refused, match="IMAGE_PROCESS_FAILED"):
        await _upload(api, "sendPhoto", "photo", b"this is text", **where)
    with pytest.raises(Refused, match="too big for a photo"):
        await _upload(api, "sendPhoto", "photo", bytes(10 * 1024 * 1024 + 1), **where)
    voice = await _upload(api, "sendVoice", "voice", ogg_voice(), **where)
    refused = await api.refusal("sendPhoto", **where, photo=voice["voice"]["file_id"])
    assert "can't use file of type Voice as Photo" in refused.description


async def test_files_above_20_megabytes_cannot_be_downloaded(api: Api, maryam: Player) -> None:
    where = {"chat_id": str(maryam.id)}
    sent = await _upload(api, "sendDocument", "document", bytes(20 * 1024 * 1024 + 1), **where)
    refused = await api.refusal("getFile", file_id=sent["document"]["file_id"])
    assert refused.description == "Bad Request: file is too big"


async def test_a_caption_has_a_limit_of_its_own(api: Api, maryam: Player) -> None:
    where = {"chat_id": str(maryam.id), "caption": "ب" * 1025}
    with pytest.raises(Refused, match="message caption is too long"):
        await _upload(api, "sendDocument", "document", b"x", **where)


async def test_places_contacts_and_forwards_arrive_as_such(api: Api, maryam: Player) -> None:
    await maryam.sends("location", latitude=32.65, longitude=51.67)
    await maryam.sends("contact")
    await maryam.sends("text", text="look", forward_from="Somebody Else")
    place, contact, forward = [u["message"] for u in await api.updates()]
    assert place["location"] == {"latitude": 32.65, "longitude": 51.67}
    assert contact["contact"]["user_id"] == maryam.id
    assert forward["forward_origin"]["sender_user_name"] == "Somebody Else"
