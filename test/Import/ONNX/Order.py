# RUN: %python %s %t
# RUN: model-opt %t-new.onnx --emit=tenon | FileCheck %s --check-prefix=NEW
# RUN: model-opt %t-old.onnx --emit=tenon | FileCheck %s --check-prefix=OLD
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Sums so far, largest elements and turned sequences."""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64


def write(name, opset, nodes, inputs, initializers=()):
    outputs = [(o, INT64 if o.startswith("i") else FLOAT) for node in nodes for o in node.output]
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(i, kind, dims) for i, kind, dims in inputs],
        [helper.make_tensor_value_info(o, kind, None) for o, kind in outputs],
        [numpy_helper.from_array(np.array(value), i) for i, value in initializers],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])
    save(model, f"{sys.argv[1]}-{name}.onnx")


def node(kind, inputs, outputs, **attributes):
    return helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes)


# NEW: tenon.cumsum %arg0 {axis = -1 : i64, exclusive, reverse} : {{.*}} -> !tenon.tensor<[n, 4, 8], f32>
# NEW: tenon.top_k %arg0, %{{.*}} {axis = -1 : i64} : {{.*}} -> !tenon.tensor<[n, 4, 3], f32>, !tenon.tensor<[n, 4, 3], i64>
# NEW: tenon.top_k %arg0, %{{.*}} {axis = 1 : i64, smallest} : {{.*}} -> !tenon.tensor<[n, 3, 8], f32>, !tenon.tensor<[n, 3, 8], i64>
# NEW: %[[I:.*]] = tenon.argmax %arg0 {axis = -1 : i64}
# NEW: tenon.one_hot %[[I]], {{.*}} axis = -1 : {{.*}} -> !tenon.tensor<[n, 4, 8], f32>
# NEW: %[[I:.*]] = tenon.argmax %arg0 {axis = 0 : i64}
# NEW: tenon.one_hot %[[I]], {{.*}} axis = 0 : {{.*}} -> !tenon.tensor<[n, 4, 8], f32>
# NEW: tenon.reverse_sequence %arg0, %{{.*}} {batch_axis = 1 : i64, time_axis = 0 : i64}
# NEW: tenon.reverse_sequence %arg0, %{{.*}} {batch_axis = 1 : i64, time_axis = 2 : i64}
# An axis that the data decides selects among all.
# NEW: %[[LAST:.*]] = tenon.cumsum %arg0 {axis = 2 : i64}
# NEW: %[[MIDDLE:.*]] = tenon.cumsum %arg0 {axis = 1 : i64}
# NEW: %[[REST:.*]] = tenon.select %{{.*}}, %[[MIDDLE]], %[[LAST]]
# NEW: %[[FIRST:.*]] = tenon.cumsum %arg0 {axis = 0 : i64}
# NEW: tenon.select %{{.*}}, %[[FIRST]], %[[REST]]
# So many as the data says, and no more than there are.
# NEW: %[[K:.*]] = tenon.as_sizes %arg2 sizes = [j_size0] limits = [8] :
# NEW: tenon.top_k %arg0, %[[K]] {axis = -1 : i64} : {{.*}} -> !tenon.tensor<[n, 4, j_size0], f32>, !tenon.tensor<[n, 4, j_size0], i64>
write(
    "new",
    24,
    [
        node("CumSum", ["x", "last"], ["a"], exclusive=1, reverse=1),
        node("TopK", ["x", "k"], ["b", "ib"]),
        node("TopK", ["x", "k"], ["c", "ic"], axis=1, largest=0, sorted=0),
        node("Hardmax", ["x"], ["d"]),
        node("Hardmax", ["x"], ["e"], axis=0),
        node("ReverseSequence", ["x", "lengths"], ["f"]),
        node("ReverseSequence", ["x", "lengths"], ["g"], batch_axis=1, time_axis=2),
        node("CumSum", ["x", "axis"], ["h"]),
        node("TopK", ["x", "count"], ["j", "ij"]),
    ],
    [("x", FLOAT, ["n", 4, 8]), ("axis", INT64, []), ("count", INT64, [1])],
    [("last", -1), ("k", [3]), ("lengths", [1, 2, 3, 4])],
)

# The number is an attribute, and all axes from `axis` on are one.
# OLD: tenon.top_k %arg0, %{{.*}} {axis = -1 : i64} : {{.*}} -> !tenon.tensor<[n, 4, 2], f32>, !tenon.tensor<[n, 4, 2], i64>
# OLD: %[[ROWS:.*]] = tenon.flatten %arg0 {{.*}} -> !tenon.tensor<[n, 32], f32>
# OLD: tenon.argmax %[[ROWS]] {axis = 1 : i64}
# OLD: %[[HOT:.*]] = tenon.one_hot
# OLD: tenon.reshape %[[HOT]], {{.*}} -> !tenon.tensor<[n, 4, 8], f32>
write(
    "old",
    9,
    [node("TopK", ["x"], ["b", "ib"], k=2), node("Hardmax", ["x"], ["d"])],
    [("x", FLOAT, ["n", 4, 8])],
)

# BAD: error[E0304]: TopK node 'k' has a wrong attribute 'k': it is missing
# BAD: error[E0116]: TopK node 'many' has k 9, but it must be 0 to 8, the size of axis 2 of [n, 4, 8]
write(
    "bad",
    9,
    [node("TopK", ["x"], ["k", "ik"]), node("TopK", ["x"], ["many", "im"], k=9)],
    [("x", FLOAT, ["n", 4, 8])],
)
