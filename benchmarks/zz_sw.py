import os, sys
if os.environ.get("SW"): sys.setswitchinterval(float(os.environ["SW"]))
if os.environ.get("CS"):
    import sqlite3, aiosqlite
    _c = sqlite3.connect
    def connect(*a, **k):
        k.setdefault("cached_statements", int(os.environ["CS"])); return _c(*a, **k)
    sqlite3.connect = connect
if os.environ.get("PR"):
    from bot.storage import sqlite as s
    s._PRAGMAS = s._PRAGMAS + tuple("PRAGMA "+p for p in os.environ["PR"].split(","))
from benchmarks import our_form
our_form.main()
