# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: model-opt %t-old.onnx --emit=tenon | FileCheck %s --check-prefix=OLD
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Operators on each element: broadcasting, casts, limits."""

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
    20,
    [
        # The op that adds axes in front is there only where it is needed.
        # CHECK: tenon.add %[[X:[^,]*]], %[[X]] :
        node("Add", "sum", ["x", "x"]),
        # CHECK: %[[ROW:.*]] = tenon.align_rank %[[Y:[^,]*]]
        # CHECK: tenon.mul %[[X]], %[[ROW]] : {{.*}} -> !tenon.tensor<[n, 4], f32>
        node("Mul", "product", ["x", "y"]),
        # CHECK: tenon.align_rank %[[Y]]
        # CHECK: tenon.prelu %[[X]],
        node("PRelu", "sloped", ["x", "y"]),
        # One input is itself, three are taken from the left.
        # CHECK-NOT: tenon.minimum
        node("Min", "itself", ["x"]),
        # CHECK: %[[FIRST:.*]] = tenon.maximum %[[X]], %[[X]]
        # CHECK: tenon.maximum %[[FIRST]],
        node("Max", "most", ["x", "x", "y"]),
        # CHECK: %[[SUM:.*]] = tenon.add %[[X]], %[[X]]
        # CHECK: tenon.div %[[SUM]],
        node("Mean", "mean", ["x", "x"]),
        # Exponents take the type of the base; integers go through float64.
        # CHECK: %[[EXPONENT:.*]] = tenon.cast %{{.*}} to f32
        # CHECK: tenon.pow %[[X]], %[[EXPONENT]]
        node("Pow", "power", ["x", "i"]),
        # CHECK: %[[BASE:.*]] = tenon.cast %{{.*}} to f64
        # CHECK: %[[WIDE:.*]] = tenon.pow %[[BASE]],
        # CHECK: tenon.cast %[[WIDE]] to i32
        node("Pow", "integer_power", ["i", "x"]),
        # CHECK: tenon.cast %[[X]] to ui8
        node("Cast", "bytes", ["x"], to=TensorProto.UINT8),
        # CHECK: tenon.cast %{{.*}} to f32
        node("CastLike", "like", ["i", "x"]),
        # CHECK: tenon.clip %[[X]] {high = 6.000000e+00 : f64, low = 0.000000e+00 : f64}
        node("Clip", "relu6", ["x", "zero", "six"]),
        # CHECK: tenon.clip %[[X]] {high = 6.000000e+00 : f64}
        node("Clip", "below", ["x", "", "six"]),
        # Limits that the data decides are compared.
        # CHECK: tenon.maximum %[[X]],
        # CHECK: tenon.clip %{{.*}} {high = 6.000000e+00 : f64}
        node("Clip", "free", ["x", "low", "six"]),
        # CHECK: tenon.leaky_relu %[[X]] {alpha = 1.000000e-02 : f64}
        node("LeakyRelu", "leaky", ["x"]),
        # CHECK: tenon.elu %[[X]] {alpha = 2.000000e+00 : f64}
        node("Elu", "elu", ["x"], alpha=2.0),
        # CHECK: tenon.hard_sigmoid %[[X]] {alpha = 2.000000e-01 : f64, beta = 2.500000e-01 : f64}
        node("HardSigmoid", "hard", ["x"], beta=0.25),
        # CHECK: tenon.gelu %[[X]] :
        node("Gelu", "gelu", ["x"]),
        # CHECK: tenon.gelu %[[X]] {approximate}
        node("Gelu", "gelu_tanh", ["x"], approximate="tanh"),
    ]
    + [
        node(kind, kind.lower(), ["x"])
        for kind in (
            "Neg Abs Exp Log Sqrt Reciprocal Erf Tanh Sigmoid Relu Floor Ceil "
            "Round Sin Cos Sign Softplus HardSwish"
        ).split()
        # CHECK: tenon.neg %[[X]]
        # CHECK: tenon.abs %[[X]]
        # CHECK: tenon.exp %[[X]]
        # CHECK: tenon.log %[[X]]
        # CHECK: tenon.sqrt %[[X]]
        # CHECK: tenon.reciprocal %[[X]]
        # CHECK: tenon.erf %[[X]]
        # CHECK: tenon.tanh %[[X]]
        # CHECK: tenon.sigmoid %[[X]]
        # CHECK: tenon.relu %[[X]]
        # CHECK: tenon.floor %[[X]]
        # CHECK: tenon.ceil %[[X]]
        # CHECK: tenon.round %[[X]]
        # CHECK: tenon.sin %[[X]]
        # CHECK: tenon.cos %[[X]]
        # CHECK: tenon.sign %[[X]]
        # CHECK: tenon.softplus %[[X]]
        # CHECK: tenon.hard_swish %[[X]]
    ],
    [("x", FLOAT, ["n", 4]), ("y", FLOAT, [4]), ("i", INT32, ["n", 4]), ("low", FLOAT, [])],
    [("zero", FLOAT, [], [0.0]), ("six", FLOAT, [], [6.0])],
)

# Limits were attributes once, whose defaults are the extreme numbers.
# OLD-LABEL: tenon.model
write(
    out + "-old.onnx",
    7,
    [
        # OLD: tenon.clip %{{[^ ]*}} {high = 6.000000e+00 : f64, low = 0.000000e+00 : f64}
        node("Clip", "both", ["x"], min=0.0, max=6.0),
        # OLD: tenon.clip %{{[^ ]*}} {low = 1.000000e+00 : f64}
        node("Clip", "above", ["x"], min=1.0),
    ],
    [("x", FLOAT, ["n", 4])],
)

write(
    out + "-bad.onnx",
    20,
    [
        # BAD: error[E0305]: Add node 'alone' has 1 inputs, but takes 2
        node("Add", "alone", ["x"]),
        # BAD: error[E0304]: Cast node 'nowhere' has a wrong attribute 'to': it is missing
        node("Cast", "nowhere", ["x"]),
        # BAD: error[E0805]: Cast node 'text' uses elements of type STRING
        node("Cast", "text", ["x"], to=TensorProto.STRING),
        # BAD: error[E0304]: Gelu node 'rough' has a wrong attribute 'approximate': 'sinh' is neither none nor tanh
        node("Gelu", "rough", ["x"], approximate="sinh"),
        # BAD: error[E0102]: Sub node 'uneven' joins [n, 4] and [1, 3], which differ on axis 1: 4 against 3
        node("Sub", "uneven", ["x", "y"]),
        # What follows a failed node is not blamed.
        node("Relu", "after", ["uneven"]),
        node("CastLike", "after_text", ["x", "text"]),
    ],
    [("x", FLOAT, ["n", 4]), ("y", FLOAT, [3])],
)
# BAD: 5 errors
