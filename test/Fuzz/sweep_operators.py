"""Gives every mapped ONNX operator what it does not expect.

  sweep_operators.py CHECK_HOSTILE [--cases N] [--only REGEX] [--keep FOLDER]

Starts from a right node of each operator and, one thing at a time, changes the
number of inputs and outputs, the type, rank and sizes of each input, makes each
input a constant, and gives each attribute every kind of value. Each case must
be accepted or rejected with a report, within a second and 1 GB.
"""

import argparse
import itertools
import pathlib
import random
import re
import struct
import subprocess
import sys
import tempfile

import onnx
import onnx.shape_inference
from onnx import TensorProto, helper

from make_corpus import onnx_seeds

HUGE = 2**62
MAX_MILLISECONDS = 1000
MAX_KILOBYTES = 1 << 20

TYPES = [*range(1, 17), 17, 23, 99]
SHAPES = [[2] * rank for rank in range(8)] + [
    None, [0], [0, 0, 0, 0], [1], [HUGE], [HUGE, HUGE], [-1, -7], ["n", "n", "m", 3], [1 << 31] * 4,
    [None, None], [3, 0, HUGE], [65536] * 4, [1] * 70,
]
INTEGERS = [0, 1, -1, 5, 100, 1 << 31, HUGE, -(2**63), 2**63 - 1]
LISTS = [[], [0], [-1], [0, 0], [1, 1, 1], [-1, -1, 2], [HUGE] * 2, [-(2**63)], [2, -3] * 4, [1 << 31] * 4]


def make_attributes(name):
    for value in INTEGERS:
        yield helper.make_attribute(name, value)
    for value in LISTS:
        attribute = onnx.AttributeProto(name=name, type=onnx.AttributeProto.INTS)
        attribute.ints.extend(value)
        yield attribute
    for value in (0.0, -1.0, float("nan"), float("inf"), 1e30):
        yield helper.make_attribute(name, value)
    yield helper.make_attribute(name, [1.0, float("nan")])
    for value in ("", "x", "SAME_UPPER", "->", b"\xff\x00", ["a", "b"]):
        yield helper.make_attribute(name, value)
    for tensor in make_tensors():
        yield helper.make_attribute(name, tensor)
    yield helper.make_attribute(name, helper.make_graph([], "g", [], []))
    yield onnx.AttributeProto(name=name)
    for kind in range(1, 15):
        yield onnx.AttributeProto(name=name, type=kind)


def make_tensors(name="t"):
    for values in LISTS:
        yield helper.make_tensor(name, TensorProto.INT64, [len(values)], values)
    yield helper.make_tensor(name, TensorProto.INT64, [], [3])
    yield helper.make_tensor(name, TensorProto.INT64, [], [-(2**63)])
    yield helper.make_tensor(name, TensorProto.INT64, [2, 2], [0, 1, 2, HUGE])
    yield helper.make_tensor(name, TensorProto.FLOAT, [3], [1e30, float("nan"), -1.0])
    yield helper.make_tensor(name, TensorProto.FLOAT, [], [float("inf")])
    yield helper.make_tensor(name, TensorProto.FLOAT, [1, 0], [])
    yield helper.make_tensor(name, TensorProto.BOOL, [1], [True])
    yield helper.make_tensor(name, TensorProto.INT32, [1], [-1])
    yield helper.make_tensor(name, TensorProto.STRING, [1], [b"s"])
    yield TensorProto(name=name, data_type=1, dims=[HUGE, HUGE])
    yield TensorProto(name=name, data_type=7, dims=[3, -1], raw_data=b"1234567")


class Example:
    """One node with what it reads."""

    def __init__(self, node, opset, inputs, constants):
        self.node, self.opset, self.inputs, self.constants = node, opset, inputs, constants

    def model(self, node=None, inputs=(), constants=(), opset=None):
        node = node or self.node
        all_constants = {**self.constants, **{tensor.name: tensor for tensor in constants}}
        all_inputs = {**self.inputs, **{value.name: value for value in inputs}}
        graph = helper.make_graph(
            [node],
            "g",
            [value for name, value in all_inputs.items() if name not in all_constants],
            [onnx.ValueInfoProto(name=name) for name in node.output if name],
            list(all_constants.values()),
        )
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset or self.opset)])

    def changed(self, change):
        node = onnx.NodeProto()
        node.CopyFrom(self.node)
        change(node)
        return node

    def cases(self, attribute_names):
        yield "as it is", self.model()
        for opset in range(0, 28):
            yield f"opset {opset}", self.model(opset=opset)
        yield from self.count_cases()
        for name in sorted({name for name in self.node.input if name}):
            yield from self.input_cases(name)
        for name in sorted(attribute_names | {attribute.name for attribute in self.node.attribute}):
            yield from self.attribute_cases(name)

    def count_cases(self):
        names = [name for name in self.node.input if name] or [""]
        for count in range(9):
            inputs = (list(self.node.input) + names * 9)[:count]
            yield f"{count} inputs", self.model(self.changed(lambda node: replace(node.input, inputs)))
            outputs = (list(self.node.output) + [f"extra{i}" for i in range(9)])[:count]
            yield f"{count} outputs", self.model(self.changed(lambda node: replace(node.output, outputs)))
        for index in range(len(self.node.input)):
            inputs = [name if i != index else "" for i, name in enumerate(self.node.input)]
            yield f"no input {index}", self.model(self.changed(lambda node: replace(node.input, inputs)))

    def input_cases(self, name):
        def as_input(value):
            example = Example(self.node, self.opset, self.inputs, dict(self.constants))
            example.constants.pop(name, None)
            return example.model(inputs=[value])

        known = self.inputs.get(name)
        kind = known.type.tensor_type.elem_type if known else self.constants[name].data_type
        dims = [dim.dim_value for dim in known.type.tensor_type.shape.dim] if known else self.constants[name].dims
        for other in TYPES:
            value = helper.make_tensor_value_info(name, 1, list(dims))
            value.type.tensor_type.elem_type = other
            yield f"{name} of type {other}", as_input(value)
        for shape in SHAPES:
            yield f"{name} of shape {shape}", as_input(helper.make_tensor_value_info(name, kind, shape))
        yield f"{name} without a type", as_input(onnx.ValueInfoProto(name=name))
        for index, tensor in enumerate(make_tensors(name)):
            yield f"{name} constant {index}", self.model(constants=[tensor])

    def attribute_cases(self, name):
        others = [attribute for attribute in self.node.attribute if attribute.name != name]
        yield f"no {name}", self.model(self.changed(lambda node: replace(node.attribute, others)))
        for index, attribute in enumerate(make_attributes(name)):
            yield f"{name} {index}", self.model(
                self.changed(lambda node: replace(node.attribute, others + [attribute]))
            )


def replace(field, values):
    del field[:]
    field.extend(values)


def find_examples(operators):
    """A node of each operator in the tests' own models and ONNX's; operators
    that have none are given two plain tensors."""
    examples, attributes = {}, {name: set() for name in operators}
    with tempfile.TemporaryDirectory() as scratch:
        for path in onnx_seeds(pathlib.Path(scratch)):
            if path.stat().st_size > 100_000:
                continue
            try:
                model = onnx.shape_inference.infer_shapes(onnx.load(path, load_external_data=False))
            except Exception:
                continue
            constants = {tensor.name: tensor for tensor in model.graph.initializer}
            inputs = {value.name: value for value in [*model.graph.value_info, *model.graph.input]}
            opset = max([entry.version for entry in model.opset_import if not entry.domain], default=17)
            for node in model.graph.node:
                if node.op_type not in attributes or node.domain:
                    continue
                attributes[node.op_type] |= {attribute.name for attribute in node.attribute}
                names = [name for name in node.input if name]
                if node.op_type in examples or any(name not in inputs and name not in constants for name in names):
                    continue
                examples[node.op_type] = Example(
                    node,
                    opset,
                    {name: inputs[name] for name in names if name in inputs and name not in constants},
                    {name: constants[name] for name in names if name in constants},
                )
    for schema in onnx.defs.get_all_schemas_with_history():
        if schema.domain == "" and schema.name in attributes:
            attributes[schema.name] |= set(schema.attributes)
    plain = {name: helper.make_tensor_value_info(name, TensorProto.FLOAT, [2, 3, 4, 5]) for name in "ab"}
    for name in operators:
        if name not in examples:
            examples[name] = Example(helper.make_node(name, ["a", "b"], ["y"]), 22, plain, {})
    return examples, attributes


class Checker:
    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def check(self, data):
        """How the case ended, and its reports."""
        self.process.stdin.write(struct.pack("<I", len(data)) + data)
        self.process.stdin.flush()
        how, code, milliseconds, kilobytes, lines = self.process.stdout.readline().split()
        reports = b"".join(self.process.stdout.readline() for _ in range(int(lines)))
        return how.decode(), int(code), int(milliseconds), int(kilobytes), reports.decode(errors="replace")


def judge(factor, how, code, milliseconds, kilobytes, reports):
    if how != "exit" or code not in (0, 1, 3):
        return f"ended by {how} {code}"
    if code != 0 and "hostile.onnx" not in reports:
        return "has no located report"
    if milliseconds > MAX_MILLISECONDS * factor:
        return f"took {milliseconds} ms"
    if kilobytes > MAX_KILOBYTES * factor:
        return f"took {kilobytes} kB"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--cases", type=int, default=0, help="how many, of operators chosen at random; all without")
    parser.add_argument("--only", default="", help="operators that match")
    parser.add_argument("--factor", type=int, default=1, help="how much more the limits are, for slow builds")
    parser.add_argument("--keep", type=pathlib.Path, help="where to write the models that fail")
    options = parser.parse_args()

    operators = subprocess.run([options.program, "--operators"], capture_output=True, text=True, check=True).stdout
    operators = [name for name in operators.split() if re.search(options.only, name)]
    examples, attributes = find_examples(operators)
    # Making a case costs more than checking it, so a part is all of some operators.
    if options.cases:
        random.Random(1).shuffle(operators)
    cases = ((name, what, model) for name in operators for what, model in examples[name].cases(attributes[name]))
    if options.cases:
        cases = itertools.islice(cases, options.cases)
    checker, count, failures = Checker(options.program), 0, 0
    for name, what, model in cases:
        data = model.SerializeToString()
        result = checker.check(data)
        count += 1
        if problem := judge(options.factor, *result):
            failures += 1
            print(f"{name}, {what}: {problem}", *result[4].splitlines()[:6], sep="\n    ", flush=True)
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"{name}-{failures}.onnx").write_bytes(data)
    print(f"{count} cases of {len(operators)} operators, {failures} failed")
    return 1 if failures or not count else 0


if __name__ == "__main__":
    sys.exit(main())
