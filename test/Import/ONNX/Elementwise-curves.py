# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
"""Trigonometric functions, and activations that are made of other ops."""

import sys

from onnx import TensorProto, helper, save

FLOAT, INT32 = TensorProto.FLOAT, TensorProto.INT32


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
    24,
    [
        node(kind, kind.lower(), ["x"])
        for kind in "Tan Asin Acos Atan Sinh Cosh Asinh Acosh Atanh".split()
        # CHECK: tenon.tan %[[X:[^ ]*]] :
        # CHECK: tenon.asin %[[X]]
        # CHECK: tenon.acos %[[X]]
        # CHECK: tenon.atan %[[X]]
        # CHECK: tenon.sinh %[[X]]
        # CHECK: tenon.cosh %[[X]]
        # CHECK: tenon.asinh %[[X]]
        # CHECK: tenon.acosh %[[X]]
        # CHECK: tenon.atanh %[[X]]
    ]
    + [
        # CHECK: tenon.celu %[[X]] {alpha = 2.000000e+00 : f64}
        node("Celu", "celu", ["x"], alpha=2.0),
        # CHECK: %[[ELU:.*]] = tenon.elu %[[X]] {alpha = 1.6732{{[0-9]*}} : f64}
        # CHECK: tenon.mul %[[ELU]],
        node("Selu", "selu", ["x"]),
        # CHECK: %[[SIZE:.*]] = tenon.abs %[[X]]
        # CHECK: %[[SUM:.*]] = tenon.add %[[SIZE]],
        # CHECK: tenon.div %[[X]], %[[SUM]]
        node("Softsign", "softsign", ["x"]),
        # CHECK: %[[PLUS:.*]] = tenon.softplus %[[X]]
        # CHECK: %[[CURVE:.*]] = tenon.tanh %[[PLUS]]
        # CHECK: tenon.mul %[[X]], %[[CURVE]]
        node("Mish", "mish", ["x"]),
        # CHECK: %[[GATE:.*]] = tenon.sigmoid %[[X]]
        # CHECK: tenon.mul %[[X]], %[[GATE]]
        node("Swish", "swish", ["x"]),
        # CHECK: %[[SCALED:.*]] = tenon.mul %[[X]],
        # CHECK: tenon.sigmoid %[[SCALED]]
        node("Swish", "steep", ["x"], alpha=2.0),
        # CHECK: %[[ABOVE:.*]] = tenon.greater %[[X]],
        # CHECK: tenon.select %[[ABOVE]], %[[X]],
        node("ThresholdedRelu", "thresholded", ["x"]),
        # CHECK: %[[LOW:.*]] = tenon.less %[[X]],
        # CHECK: %[[HIGH:.*]] = tenon.greater %[[X]],
        # CHECK: %[[INNER:.*]] = tenon.select %[[HIGH]],
        # CHECK: tenon.select %[[LOW]], %{{[^,]*}}, %[[INNER]]
        node("Shrink", "shrink", ["x"], bias=0.25),
        # Its limits are no integers.
        # CHECK: tenon.cast %{{.*}} to f64
        # CHECK: %[[WIDE:.*]] = tenon.select
        # CHECK: %[[NARROW:.*]] = tenon.select {{.*}}, %[[WIDE]]
        # CHECK: tenon.cast %[[NARROW]] to i32
        node("Shrink", "integers", ["i"], lambd=1.5),
    ],
    [("x", FLOAT, ["n", 4]), ("i", INT32, ["n"])],
)
