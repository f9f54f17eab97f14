"""Writes the page of ONNX operators from what tests found.

  write_operators.py --model-opt BIN --cases FILE... --types FILE... OUTPUT

FILEs are what run_cases.py and sweep_types.py wrote by --results; those that
are not there are left out, as tests that have not run prove nothing. The
compiler itself says which operators it maps.
"""

import argparse
import json
import os
import subprocess

import onnx

import run_cases

TYPE_NAMES = {
    "float16": "f16", "bfloat16": "bf16", "float": "f32", "double": "f64", "int8": "i8", "int16": "i16", "int32": "i32",
    "int64": "i64", "uint8": "u8", "uint16": "u16", "uint32": "u32", "uint64": "u64",
}
# Why operators are not supported; others are not yet.
REASONS = {
    "strings": ("StringNormalizer", "StringConcat", "StringSplit", "RegexFullMatch", "LabelEncoder"),
    "sequences": ("ConcatFromSequence", "SequenceAt", "SequenceConstruct", "SequenceEmpty", "SequenceErase", "SequenceInsert",
                  "SequenceLength", "SequenceMap", "SplitToSequence"),
    "n-grams": ("TfIdfVectorizer",),
    "optionals": ("Optional", "OptionalGetElement", "OptionalHasElement"),
    "pictures in files": ("ImageDecoder",),
}


def load(paths):
    found = []
    for path in paths:
        if os.path.exists(path):
            with open(path) as file:
                found.append(json.load(file))
    return found


def since_version(operator, opset):
    """The version of the operator that an operator set has."""
    domain, _, name = operator.rpartition(".")
    try:
        return onnx.defs.get_schema(name, opset, domain).since_version
    except onnx.onnx_cpp2py_export.defs.SchemaError:
        return opset


class Operator:
    def __init__(self):
        self.cases, self.passing, self.versions, self.types, self.problems = set(), set(), set(), set(), {}


def collect(cases, types, mapped):
    """What is known of each operator. A case counts for all operators in it,
    and passes where it does at every level that it ran at. A case that does not
    pass because of an operator that is not mapped says nothing of the others."""
    operators = {}
    for name in {name for results in cases for name in results}:
        found = [results[name] for results in cases if name in results]
        problem = next((one for one in found if one["status"] != "pass"), None)
        blamed = {operator for operator in found[0]["operators"] if operator not in mapped}
        for operator in (problem and blamed) or found[0]["operators"]:
            entry = operators.setdefault(operator, Operator())
            entry.cases.add(name)
            if problem:
                entry.problems[name] = problem
                continue
            entry.passing.add(name)
            entry.versions.add(since_version(operator, found[0]["opset"]))
            entry.types |= {TYPE_NAMES.get(kind, kind) for kind in found[0]["types"]}
    for results in types:
        for operator, kinds in results.items():
            entry = operators.setdefault(operator, Operator())
            entry.types |= {kind for kind, passes in kinds.items() if passes}
            entry.types -= {kind for kind, passes in kinds.items() if not passes}
    return operators


def describe(entry):
    if not entry.cases:
        return "tested on element types alone"
    if not entry.problems:
        return "works"
    phrases = {}
    for name, problem in entry.problems.items():
        phrases.setdefault(run_cases.explain(name, problem["status"], problem["reason"]), []).append(os.path.basename(name))
    return "works but for " + "; ".join(
        f"{phrase.partition(': ')[2]} ({len(names)})" if phrase.startswith("unsupported") else f"{phrase} ({', '.join(sorted(names))})"
        for phrase, names in sorted(phrases.items()))


def get_reason(operator):
    if "." in operator:
        return f"domain {operator.rpartition('.')[0]}"
    return next((reason for reason, names in REASONS.items() if operator in names), "not yet")


ORDER = ["f16", "bf16", "f32", "f64", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "bool"]


def write(operators, mapped, path):
    total = set()
    for entry in operators.values():
        total |= entry.cases
    passing = total - {name for entry in operators.values() for name in entry.problems}
    lines = [
        "# ONNX operators", "",
        f"Generated from test results: {len(passing)} of {len(total)} cases pass. Element types are those of the inputs and",
        "outputs of passing cases, and of the sweep over types.", "",
        "| Operator | Versions | Element types | Cases | Status |", "|---|---|---|---|---|",
    ]
    untested = []
    for name in sorted(set(mapped) | {name for name, entry in operators.items() if entry.passing}):
        entry = operators.get(name, Operator())
        if not entry.cases and not entry.types:
            untested.append(name)
            continue
        versions = " ".join(map(str, sorted(entry.versions)))
        kinds = " ".join(kind for kind in ORDER if kind in entry.types)
        lines.append(f"| {name} | {versions} | {kinds} | {len(entry.passing)} of {len(entry.cases)} | {describe(entry)} |")
    lines += ["", "## Mapped, but without a case", "", ", ".join(untested) or "None.", "", "## Not supported", "",
              "| Operator | Reason |", "|---|---|"]
    known = {schema.name if not schema.domain else f"{schema.domain}.{schema.name}"
             for schema in onnx.defs.get_all_schemas() if not schema.domain.startswith("ai.onnx.ml")}
    passes = {name for name, entry in operators.items() if entry.passing}
    for name in sorted((known | set(operators)) - set(mapped) - passes):
        lines.append(f"| {name} | {get_reason(name)} |")
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", help="the page to write")
    parser.add_argument("--model-opt", required=True, help="the compiler")
    parser.add_argument("--cases", action="append", default=[], help="results of run_cases.py")
    parser.add_argument("--types", action="append", default=[], help="results of sweep_types.py")
    arguments = parser.parse_args()
    cases, types = load(arguments.cases), load(arguments.types)
    if not cases:
        parser.error("no results of cases are there; run ctest -L conformance first")
    mapped = subprocess.run([arguments.model_opt, "--list-operators"], check=True, capture_output=True, text=True).stdout.split()
    write(collect(cases, types, set(mapped)), mapped, arguments.output)
    print(f"{arguments.output}: {len(mapped)} operators are mapped")


if __name__ == "__main__":
    main()
