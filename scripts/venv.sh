#!/bin/sh
# Makes .venv beside this checkout and installs one hash-pinned lock file into it.
# Usage: scripts/venv.sh requirements.lock | requirements-dev.lock
# Does nothing when that lock is installed already. Needs Python 3.11 or newer and pip 22.3 or
# newer (Debian 12: python3 and python3-pip, or python3 and python3-venv). PYTHON names another.
set -eu
cd "$(dirname "$0")/.."
lock=$1
venv=.venv

say() { printf '%s\n' "hamdeli: $*" >&2; }
fail() { say "$@"; exit 1; }

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if new_enough "$name"; then printf '%s' "$name"; return; fi
    done
    if [ -n "${PYTHON:-}" ]; then
        fail "PYTHON=$PYTHON is not a Python 3.11 or newer; name one that is."
    fi
    fail "Python 3.11 or newer is missing; install it (Debian: apt install python3 python3-pip)."
}

# A venv made by Debian's python3 without python3-venv fails halfway; the second try leaves pip out
# and the pip of the system installs into it from outside.
make_venv() {
    say "making $venv with $("$1" --version)"
    "$1" -m venv --clear "$venv" >/dev/null 2>&1 && return
    "$1" -m venv --clear --without-pip "$venv" >/dev/null 2>&1 && return
    fail "$1 cannot make a virtual environment; install it (Debian: apt install python3-venv)."
}

pip_takes_python_option() {
    "$1" -m pip --version 2>/dev/null | {
        read -r _ version _ || exit 1
        major=${version%%.*}
        minor=${version#*.}
        minor=${minor%%[!0-9]*}
        [ "$major" -gt 22 ] || { [ "$major" -eq 22 ] && [ "$minor" -ge 3 ]; }
    }
}

install() {
    if "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        set -- "$venv/bin/python" -m pip
    else
        python=$(find_python)
        pip_takes_python_option "$python" || fail \
            "pip 22.3 or newer is missing; install it (Debian: apt install python3-pip)."
        set -- "$python" -m pip --python "$venv/bin/python"
    fi
    say "installing $lock (each file is checked against its hash)"
    "$@" install -qq --disable-pip-version-check --no-input --no-deps \
        --only-binary :all: --require-hashes -r "$lock" || fail \
        "$lock could not be installed; where the package index is out of reach, name a mirror in" \
        "PIP_INDEX_URL or a proxy in HTTPS_PROXY, then try again."
}

# `hamdeli` and `import bot` work from any folder, from this checkout, with nothing to build.
link_checkout() {
    packages=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    pwd -P >"$packages/hamdeli.pth"
    cat >"$venv/bin/hamdeli" <<'COMMAND'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/python" -m bot "$@"
COMMAND
    chmod +x "$venv/bin/hamdeli"
}

same() { cmp -s "$1" "$venv/installed/$1"; }

if ! new_enough "$venv/bin/python"; then
    python=$(find_python)
    make_venv "$python"
fi
# The lock for development holds every line of the one for running.
if same "$lock" || { [ "$lock" = requirements.lock ] && same requirements-dev.lock; }; then
    :
else
    install
    mkdir -p "$venv/installed"
    cp "$lock" "$venv/installed/$lock"
fi
link_checkout
