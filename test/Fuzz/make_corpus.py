"""Writes the seeds of a fuzzer and a dictionary of the names in them.

  make_corpus.py onnx|text FOLDER

The seeds are the tests' own small models: what test/Import/ONNX/*.py write and
ONNX's node tests where they are installed, or the models in test/**/*.mlir.
"""

import hashlib
import pathlib
import re
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
ONNX_CASES = pathlib.Path("/usr/share/libonnx-testdata/data/node")
MAX_BYTES = 4096
# Every seventh of some 900 cases of ONNX, so that starting takes a second.
CASE_STEP = 7


def onnx_seeds(scratch):
    for script in sorted((TESTS / "Import" / "ONNX").glob("*.py")):
        # These write huge models, or run what they write.
        if script.stem == "memory" or script.stem.endswith("-run"):
            continue
        target = scratch / script.stem
        # Scripts write one file of a given name, or several in a folder.
        target.mkdir()
        for argument in (target, target / "model"):
            subprocess.run([sys.executable, script, argument], cwd=target, capture_output=True)
    yield from sorted(path for path in scratch.rglob("*") if path.is_file())
    yield from sorted(ONNX_CASES.glob("*/model.onnx"))[::CASE_STEP]


def text_seeds():
    for path in sorted((TESTS / "Dialect").rglob("*.mlir")):
        text = re.sub(r"^\s*//.*\n", "", path.read_text(), flags=re.MULTILINE)
        # One model each, together with what stands before it.
        parts = re.split(r"^(?=tenon\.model )", text, flags=re.MULTILINE)
        for part in parts[1:]:
            yield (parts[0] + part).encode()


def write_dictionary(path, contents):
    words = set()
    for content in contents:
        words |= set(re.findall(rb"[A-Za-z_][A-Za-z_.]{2,30}", content))
    with open(path, "w") as file:
        for word in sorted(words)[:2000]:
            file.write(f'"{word.decode()}"\n')


def main():
    form, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if form == "onnx":
        with tempfile.TemporaryDirectory() as scratch:
            contents = [path.read_bytes() for path in onnx_seeds(pathlib.Path(scratch))]
    else:
        contents = list(text_seeds())
    contents = [content for content in contents if 0 < len(content) <= MAX_BYTES]
    folder.mkdir(parents=True)
    for content in contents:
        (folder / hashlib.sha1(content).hexdigest()).write_bytes(content)
    write_dictionary(folder.parent / "names.dict", contents)


if __name__ == "__main__":
    main()
