# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: model-opt %t-new.onnx --emit=tenon | FileCheck %s --check-prefix=NEW
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Reductions: axes as attributes and as inputs, all axes and none, composed ones."""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64


def write(path, opset, nodes, inputs, outputs, initializers=()):
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(name, kind, dims) for name, kind, dims in inputs],
        [helper.make_tensor_value_info(name, kind, None) for name, kind in outputs],
        [numpy_helper.from_array(value, name) for name, value in initializers],
    )
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)]), path)


def node(kind, inputs, outputs, **attributes):
    return helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes)


out = sys.argv[1]

# Axes are attributes before version 13 or 18.
# CHECK-LABEL: tenon.model
write(
    out + ".onnx",
    12,
    [
        # CHECK: tenon.reduce_sum {{.*}} {axes = array<i64: 1>, keep_dims} {{.*}} -> !tenon.tensor<[n, 1, 4], f32>
        node("ReduceSum", ["x"], ["sum"], axes=[1]),
        # CHECK: tenon.reduce_mean {{.*}} {axes = array<i64: -1, 1>} {{.*}} -> !tenon.tensor<[n], f32>
        node("ReduceMean", ["x"], ["mean"], axes=[-1, 1], keepdims=0),
        # CHECK: tenon.reduce_max {{.*}} {axes = array<i64: 0, 1, 2>} {{.*}} -> !tenon.tensor<[], f32>
        node("ReduceMax", ["x"], ["max"], keepdims=0),
        # CHECK: tenon.reduce_min {{.*}} {axes = array<i64: 0, 1, 2>, keep_dims} {{.*}} -> !tenon.tensor<[1, 1, 1], f32>
        node("ReduceMin", ["x"], ["min"], axes=[]),
        # CHECK: tenon.reduce_prod {{.*}} {axes = array<i64: 0, 1, 2>, keep_dims}
        node("ReduceProd", ["x"], ["prod"]),
        # CHECK: %[[ABS:.*]] = tenon.abs
        # CHECK: tenon.reduce_sum %[[ABS]] {axes = array<i64: 2>, keep_dims}
        node("ReduceL1", ["x"], ["l1"], axes=[2]),
        # CHECK: %[[SQUARE:.*]] = tenon.mul
        # CHECK: %[[SUM:.*]] = tenon.reduce_sum %[[SQUARE]] {axes = array<i64: 2>}
        # CHECK: tenon.sqrt %[[SUM]]
        node("ReduceL2", ["x"], ["l2"], axes=[2], keepdims=0),
        # CHECK: %[[SQUARE:.*]] = tenon.mul
        # CHECK: tenon.reduce_sum %[[SQUARE]]
        node("ReduceSumSquare", ["x"], ["sum_square"], axes=[2]),
        # CHECK: %[[SUM:.*]] = tenon.reduce_sum
        # CHECK: tenon.log %[[SUM]]
        node("ReduceLogSum", ["x"], ["log_sum"], axes=[2]),
        # CHECK: %[[MAX:.*]] = tenon.reduce_max {{.*}} keep_dims
        # CHECK: %[[LIMITED:.*]] = tenon.clip %[[MAX]]
        # CHECK: %[[SHIFTED:.*]] = tenon.sub {{.*}}, %[[LIMITED]]
        # CHECK: %[[EXP:.*]] = tenon.exp %[[SHIFTED]]
        # CHECK: %[[SUM:.*]] = tenon.reduce_sum %[[EXP]] {{.*}} keep_dims
        # CHECK: %[[LOG:.*]] = tenon.log %[[SUM]]
        # CHECK: %[[RESULT:.*]] = tenon.add %[[LOG]], %[[LIMITED]]
        # CHECK: tenon.squeeze %[[RESULT]] axes = [2] {{.*}} -> !tenon.tensor<[n, 3], f32>
        node("ReduceLogSumExp", ["x"], ["log_sum_exp"], axes=[2], keepdims=0),
        # CHECK: tenon.argmax {{.*}} {axis = 0 : i64, keep_dims} {{.*}} -> !tenon.tensor<[1, 3, 4], i64>
        node("ArgMax", ["x"], ["argmax"]),
        # CHECK: tenon.argmin {{.*}} {axis = -1 : i64, select_last_index} {{.*}} -> !tenon.tensor<[n, 3], i64>
        node("ArgMin", ["x"], ["argmin"], axis=-1, keepdims=0, select_last_index=1),
    ],
    [("x", FLOAT, ["n", 3, 4])],
    [
        (name, FLOAT)
        for name in ("sum", "mean", "max", "min", "prod", "l1", "l2", "sum_square", "log_sum", "log_sum_exp")
    ]
    + [("argmax", INT64), ("argmin", INT64)],
)

# Later they are an input; no axes mean all of them, or none where the node
# says so.
# NEW-LABEL: tenon.model
write(
    out + "-new.onnx",
    18,
    [
        # NEW: tenon.reduce_sum {{.*}} {axes = array<i64: 1, -1>} {{.*}} -> !tenon.tensor<[n], f32>
        node("ReduceSum", ["x", "axes"], ["sum"], keepdims=0),
        # NEW: tenon.reduce_mean {{.*}} {axes = array<i64: 0, 1, 2>, keep_dims}
        node("ReduceMean", ["x"], ["mean"]),
        # NEW: tenon.reduce_max {{.*}} {axes = array<i64: 0, 1, 2>, keep_dims}
        node("ReduceMax", ["x", "none"], ["max"]),
        # NEW: tenon.reduce_min {{.*}} {axes = array<i64>, keep_dims} {{.*}} -> !tenon.tensor<[n, 3, 4], f32>
        node("ReduceMin", ["x", ""], ["min"], noop_with_empty_axes=1),
        # Roots of integers are taken as floating-point numbers.
        # NEW: %[[WIDE:.*]] = tenon.cast {{.*}} to f64
        # NEW: tenon.mul %[[WIDE]], %[[WIDE]]
        # NEW: %[[ROOT:.*]] = tenon.sqrt
        # NEW: tenon.cast %[[ROOT]] to i64 {{.*}} -> !tenon.tensor<[1], i64>
        node("ReduceL2", ["i", "axis0"], ["l2"]),
        # NEW: tenon.reduce_max {{.*}} -> !tenon.tensor<[1], ui8>
        # NEW: tenon.cast {{.*}} to i1
        node("ReduceMax", ["t", "axis0"], ["any"]),
    ],
    [
        ("x", FLOAT, ["n", 3, 4]),
        ("i", INT64, [5]),
        ("t", TensorProto.BOOL, [5]),
    ],
    [(name, FLOAT) for name in ("sum", "mean", "max", "min")] + [("l2", INT64), ("any", TensorProto.BOOL)],
    [
        ("axes", np.array([1, -1], np.int64)),
        ("axis0", np.array([0], np.int64)),
        ("none", np.array([], np.int64)),
    ],
)

write(
    out + "-bad.onnx",
    18,
    [
        # BAD: error[E0108]: ReduceSum node 'sum' names axis 3, but [n, 3, 4] has 3 axes
        node("ReduceSum", ["x", "axis3"], ["sum"]),
        # BAD: error[E0805]: ReduceMean node 'mean' uses axes of a number that only the data decides
        node("ReduceMean", ["x", "data"], ["mean"]),
        # BAD: error[E0121]: ReduceMax node 'max' names axis 1 of [n, 3, 4] twice
        node("ReduceMax", ["x", "twice"], ["max"]),
        # BAD: error[E0108]: ArgMax node 'argmax' names axis 7
        node("ArgMax", ["x"], ["argmax"], axis=7),
        # BAD: error[E0304]: ArgMin node 'argmin' has a wrong attribute 'axis': it must be an integer
        node("ArgMin", ["x"], ["argmin"], axis=1.0),
        # A failed value has been blamed already.
        # BAD-NOT: error
        node("ReduceMean", ["mean"], ["after"]),
        # BAD: 5 errors
    ],
    [("x", FLOAT, ["n", 3, 4]), ("data", INT64, ["k"])],
    [("sum", FLOAT), ("after", FLOAT)],
    [("axis3", np.array([3], np.int64)), ("twice", np.array([1, -2], np.int64))],
)
