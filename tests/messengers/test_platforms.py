"""Every messenger has all that the loops choose by."""

import pytest

from bot.commands.opening import LINKS
from bot.domain.capabilities import CAPABILITIES
from bot.domain.outgoing import Commands, Delete
from bot.domain.people import Platform
from bot.messengers.paces import PACES
from bot.messengers.platforms import DIALECTS


@pytest.mark.parametrize("platform", Platform)
def test_no_table_forgets_a_messenger(platform: Platform) -> None:
    dialect = DIALECTS[platform]
    assert dialect.platform is platform
    assert dialect.can is CAPABILITIES[platform]
    assert platform in PACES
    assert platform in LINKS


@pytest.mark.parametrize("platform", Platform)
def test_what_a_messenger_cannot_do_is_not_called(platform: Platform) -> None:
    dialect = DIALECTS[platform]
    menu = dialect.calls(1, Commands("default", (("help", "x"),)), None)
    assert bool(menu) is dialect.can.menus
    several = dialect.calls(1, Delete(message_ids=(1, 2, 3)), None)
    assert len(several) == (1 if dialect.can.many_at_once else 3)
