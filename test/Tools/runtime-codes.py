# The runtime is plain C and spells its codes itself: they are those of the
# catalogue, each of which it or the code that lowering emits uses.
#
# RUN: %python %s %S/../..
import glob
import os
import re
import sys

root = sys.argv[1]


def read(pattern):
    text = ""
    for path in glob.glob(os.path.join(root, pattern)):
        with open(path) as file:
            text += file.read()
    return text


names = dict(re.findall(r'TENON_DIAGNOSTIC\((\w+), "(E05\d\d)"',
                        read("include/tenon/Diagnostics/Catalogue/Data.def")))
catalogue = set(names.values())
runtime = set(re.findall(r"\bE05\d\d\b", read("lib/Runtime/*.[ch]")))
lowering = read("lib/Conversion/TenonToLinalg/*.cpp")
emitted = {code for name, code in names.items() if f"diag::{name}" in lowering}
assert catalogue and runtime and emitted, "the catalogue was not found"
assert runtime | emitted == catalogue, f"not used: {sorted(catalogue - runtime - emitted)}"
assert runtime <= catalogue, f"not in the catalogue: {sorted(runtime - catalogue)}"
