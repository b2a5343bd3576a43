"""Wrong settings stop every command with one sentence: key, what is wrong, what is right."""

import pytest

from tests.commands.conftest import Shell

TOKEN = "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("[telegram]\ntokn = 1", "telegram.tokn: there is no such setting"),
        ("[telegramm]\nmode = 1", "telegramm: there is no such setting"),
        ("[telegram]\npoll_timeout = 99", "telegram.poll_timeout"),
        ("[telegram]\npoll_timeout = -1", "telegram.poll_timeout"),
        ("[telegram]\npoll_timeout = 'soon'", "telegram.poll_timeout"),
        ("[telegram]\nmode = 'pull'", "'polling' or 'webhook'"),
        ("[telegram]\napi_url = 'api.telegram.org'", "such as https://api.telegram.org"),
        ("[telegram]\nproxy = 'ftp://there'", "http://host:port or socks5://host:port"),
        ("[telegram]\nadmins = ['Sara']", "telegram.admins"),
        ("[telegram]\ncounselor_group = '@group'", "telegram.counselor_group"),
        ("[telegram]\nmessages_per_second = -2", "telegram.messages_per_second"),
        ("[service]\ntime_zone = 'Mars/Olympus'", "a time zone such as Asia/Tehran"),
        ("[service]\ntime_zone = '../etc'", "a time zone such as Asia/Tehran"),
        ("[service]\nlanguage = 'de'", "'fa' or 'en'"),
        ("[service]\nclock_offset = 5", "service.clock_offset: a moved clock"),
        ("[webhook]\nlisten = '8443'", "webhook.listen"),
        ("[hours]\nfriday = '10 to 14'", "hours.friday: hours are written like 08:00-20:00"),
        ("[hours]\nsunday = '8:00-12:00, 11:00-13:00'", "hours.sunday: the hours overlap"),
        ("[duty]\ncapacity = 0", "duty.capacity"),
        ("[duty]\nlicense_for = ['love']", "duty.license_for: each must be one of"),
        ("[service_levels]\nclaim_minutes = { soon = 5 }", "service_levels.claim_minutes"),
        ("[service_levels]\nreply_minutes = { high = 0 }", "service_levels.reply_minutes"),
        ("telegram = 5", "telegram: it must be a section"),
        ("[telegram]\npoll_timeout = 'soon'", "it must be a whole number"),
        ("[telegram]\ncounselor_group = '@us'", "the number of the group"),
        ("[telegram]\nadmins = 'sara'", "the numbers of accounts"),
        ("[telegram]\nipv4_only = 'perhaps'", "it must be true or false"),
        ("[telegram]\nmessages_per_second = -2", "it must be at least 0"),
        ("[hours]\nfriday = 5", "it must be text in quotes"),
        ("[assessment]\nscreeners = 'k6'", 'like ["k6", "who5"]'),
        ("[service_levels]\nclaim_minutes = 5", "like { high = 15 }"),
        ("[series]\nfolder = 5", "it must be a path in quotes"),
        ("[donations]\namounts = [5]", "donations.amounts"),
        ("[telegram\n", "cannot be read"),
        ("[telegram]\n[telegram]\n", "cannot be read"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_named(shell: Shell, toml: str, words: str) -> None:
    shell.writes(toml)
    for command in ("state", "run"):
        assert words in shell.does(command).refused()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("DATABASE__URL", "mysql://there", "sqlite:/// or postgresql://"),
        ("DATABASE__URL", "", "sqlite:/// or postgresql://"),
        ("DATABASE__URL", "sqlite:///", "it must name a file"),
        ("HEALTH__LISTEN", "8081", "127.0.0.1:8081"),
        ("HEALTH__LISTEN", "127.0.0.1:99999", "127.0.0.1:8081"),
        ("TELEGRAM__ADMINS", "sara", "telegram.admins"),
        ("TELEGRAM__MODE", "pull", "'polling' or 'webhook'"),
        ("TELEGRAM__TOKN", "1", "telegram.tokn: there is no such setting"),
        ("SERVICE__CLOCK_OFFSET", "later", "service.clock_offset"),
        ("TELEGRAM__TOKEN", "my token", "telegram.token: it is no token"),
    ],
)
def test_a_wrong_variable_of_the_environment_is_named(
    shell: Shell, name: str, value: str, words: str
) -> None:
    shell.sets(**{name: value})
    assert words in shell.does("state").refused()


@pytest.mark.parametrize("value", ["1, 2,3", "[1, 2]", "5", ""])
def test_a_list_in_the_environment_may_be_written_plainly(shell: Shell, value: str) -> None:
    shell.sets(TELEGRAM__ADMINS=value)
    assert shell.does("state").code == 0


def test_a_token_in_the_file_of_settings_is_refused_and_never_shown(shell: Shell) -> None:
    shell.writes(f'[telegram]\ntoken = "{TOKEN}"')
    sentence = shell.does("run").refused()
    assert "secrets/telegram.token" in sentence
    assert TOKEN[10:] not in sentence


def test_a_missing_file_of_settings_is_named(shell: Shell) -> None:
    shell.sets(CONFIG=str(shell.folder / "nowhere.toml"))
    assert "nowhere.toml" in shell.does("state").refused()


def test_a_file_that_is_no_text_is_named(shell: Shell) -> None:
    shell.config.write_bytes(b"\xff\xfe\x00")
    assert "config.toml cannot be read" in shell.does("state").refused()


def test_an_unknown_command_is_wrong_usage(shell: Shell) -> None:
    with pytest.raises(SystemExit) as ended:
        shell.does("dance")
    assert ended.value.code == 2


def test_without_a_token_run_says_where_to_get_one(shell: Shell) -> None:
    assert "hamdeli init" in shell.does("run").refused()


def test_an_empty_token_is_none(shell: Shell) -> None:
    shell.sets(TELEGRAM__TOKEN="")
    assert "hamdeli init" in shell.does("run").refused()


def test_a_clock_may_be_moved_on_this_machine_only(shell: Shell) -> None:
    shell.sets(SERVICE__CLOCK_OFFSET="3600", TELEGRAM__API_URL="http://127.0.0.1:9")
    assert shell.does("state").code == 0
