# UNSUPPORTED: sanitized
# RUN: %python %s %t | FileCheck %s
"""How much memory reading a model takes: weights stay in the file, or, where
they must be decoded, exist once."""

import os
import resource
import subprocess
import sys

import onnx
from onnx import TensorProto, helper

PATH = sys.argv[1] + ".onnx"
MEGABYTES = 200
# LLVM itself, and the libraries.
BASE_MEGABYTES = 200


def varint(value):
    out = b""
    while value >= 128:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def write(kind, rows, field, content):
    """A model that adds one weight, its data in the given field."""
    graph = onnx.GraphProto(name="net")
    graph.node.append(helper.make_node("Add", ["x", "w"], ["y"]))
    graph.input.append(helper.make_tensor_value_info("x", kind, [rows, 1024]))
    graph.output.append(onnx.ValueInfoProto(name="y"))
    opsets = onnx.ModelProto(ir_version=8, opset_import=[helper.make_opsetid("", 13)])
    weight = TensorProto(name="w", data_type=kind, dims=[rows, 1024]).SerializeToString()
    weight += varint(field << 3 | 2) + varint(len(content))
    start = graph.SerializeToString() + b"\x2a" + varint(len(weight) + len(content)) + weight
    with open(PATH, "wb") as file:
        file.write(opsets.SerializeToString() + b"\x3a" + varint(len(start) + len(content)) + start)
        file.write(content)


def measure():
    """Megabytes at the peak of a process of its own."""
    run = "import subprocess, resource, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
    run += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
    command = [sys.executable, "-c", run, "model-opt", "--check", PATH]
    return int(subprocess.run(command, check=True, capture_output=True).stdout)


def check(what, kind, width, field, element, factor):
    count = MEGABYTES << 20 >> (width.bit_length() - 1)
    write(kind, count // 1024, field, element * count)
    peak = measure()
    os.remove(PATH)
    print(what, "fits" if peak <= factor * MEGABYTES + BASE_MEGABYTES else f"takes {peak} MB")


FIELDS = {field.name: field.number for field in TensorProto.DESCRIPTOR.fields}
# CHECK: raw fits
check("raw", TensorProto.FLOAT, 4, FIELDS["raw_data"], b"\0\0\0\0", 0)
# CHECK: floats fits
check("floats", TensorProto.FLOAT, 4, FIELDS["float_data"], b"\0\0\0\0", 0)
# CHECK: doubles fits
check("doubles", TensorProto.DOUBLE, 8, FIELDS["double_data"], b"\0" * 8, 0)
# CHECK: integers fits
check("integers", TensorProto.INT64, 8, FIELDS["int64_data"], varint(1 << 50), 1.3)
