# The runtime is plain C and spells its codes itself: they are those of the
# catalogue, each of which it uses.
#
# RUN: %python %s %S/../..
import glob
import os
import re
import sys

root = sys.argv[1]
catalogue = set()
for path in glob.glob(os.path.join(root, "include/tenon/Diagnostics/Catalogue/Data.def")):
    with open(path) as file:
        catalogue |= set(re.findall(r'"(E05\d\d)"', file.read()))
runtime = set()
for path in glob.glob(os.path.join(root, "lib/Runtime/*.[ch]")):
    with open(path) as file:
        runtime |= set(re.findall(r"\bE05\d\d\b", file.read()))
assert catalogue, "the catalogue was not found"
assert runtime == catalogue, f"only one side has {sorted(runtime ^ catalogue)}"
