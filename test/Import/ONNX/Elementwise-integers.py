# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Operators of remainders and bits: whose sign, which way."""

import sys

from onnx import TensorProto, helper, save

FLOAT, INT32, UINT8 = TensorProto.FLOAT, TensorProto.INT32, TensorProto.UINT8


def write(path, opset, nodes, inputs, weights=()):
    outputs = [name for each in nodes for name in each.output]
    read = {name for each in nodes for name in each.input}
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(name, kind, dims) for name, kind, dims in inputs],
        [helper.make_empty_tensor_value_info(n) for n in outputs if n not in read],
        [helper.make_tensor(*weight) for weight in weights],
    )
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)]), path)


def node(kind, name, inputs, **attributes):
    return helper.make_node(kind, inputs, [name], name=name, **attributes)


out = sys.argv[1]

# CHECK-LABEL: tenon.model
write(
    out + ".onnx",
    18,
    [
        # CHECK: tenon.mod %[[I:[^,]*]], %[[I]]
        node("Mod", "modulus", ["i", "i"]),
        # CHECK: tenon.remainder %[[I]]
        node("Mod", "remainder", ["i", "i"], fmod=1),
        # CHECK: %[[ROW:.*]] = tenon.align_rank
        # CHECK: tenon.remainder %{{[^,]*}}, %[[ROW]]
        node("Mod", "numbers", ["x", "y"], fmod=1),
        # CHECK: tenon.shift_left %[[U:[^,]*]], %[[U]]
        node("BitShift", "up", ["u", "u"], direction="LEFT"),
        # CHECK: tenon.shift_right %[[U]]
        node("BitShift", "down", ["u", "u"], direction="RIGHT"),
        # CHECK: tenon.bitwise_and %[[I]]
        node("BitwiseAnd", "and", ["i", "i"]),
        # CHECK: tenon.bitwise_or %[[I]]
        node("BitwiseOr", "or", ["i", "i"]),
        # CHECK: tenon.bitwise_xor %[[I]]
        node("BitwiseXor", "xor", ["i", "i"]),
        # CHECK: tenon.bitwise_not %[[U]]
        node("BitwiseNot", "not", ["u"]),
    ],
    [("x", FLOAT, ["n", 4]), ("y", FLOAT, [4]), ("i", INT32, ["n"]), ("u", UINT8, ["n"])],
)

write(
    out + "-bad.onnx",
    18,
    [
        # BAD: error[E0304]: Mod node 'signed' has a wrong attribute 'fmod': it must be 1 for floating-point numbers, but is 0
        node("Mod", "signed", ["x", "x"]),
        # BAD: error[E0304]: Mod node 'third' has a wrong attribute 'fmod': 2 is neither 0 nor 1
        node("Mod", "third", ["x", "x"], fmod=2),
        # BAD: error[E0304]: BitShift node 'nowhere' has a wrong attribute 'direction': it is missing
        node("BitShift", "nowhere", ["u", "u"]),
        # BAD: error[E0304]: BitShift node 'aside' has a wrong attribute 'direction': 'UP' is neither LEFT nor RIGHT
        node("BitShift", "aside", ["u", "u"], direction="UP"),
        # BAD: error[E0202]: BitwiseNot node 'bits' takes integers, but its input is float32
        node("BitwiseNot", "bits", ["x"]),
    ],
    [("x", FLOAT, ["n"]), ("u", UINT8, ["n"])],
)
# BAD: 5 errors
