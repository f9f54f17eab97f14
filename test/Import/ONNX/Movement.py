# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: model-opt %t-old.onnx --emit=tenon | FileCheck %s --check-prefix=OLD
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Operators that move elements: new and old operator sets, and what is refused."""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

FLOAT, INT64, BOOL = TensorProto.FLOAT, TensorProto.INT64, TensorProto.BOOL


def write(path, opset, nodes, outputs, inputs, initializers=()):
    graph = helper.make_graph(
        nodes,
        "movement",
        [helper.make_tensor_value_info(name, FLOAT, dims) for name, dims in inputs],
        [helper.make_tensor_value_info(name, kind, None) for name, kind in outputs],
        [
            numpy_helper.from_array(np.array(value, dtype), name)
            for name, value, dtype in initializers
        ],
    )
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)]), path)


def node(kind, inputs, outputs, **attributes):
    return helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes)


X = [("x", ["n", 6, 4])]
I = np.int64

# CHECK-LABEL: tenon.model
write(
    sys.argv[1] + ".onnx",
    18,
    [
        # CHECK: tenon.shape_of {{.*}} -> !tenon.tensor<[3], i64>
        node("Shape", ["x"], ["shape"]),
        # CHECK: tenon.gather {{.*}} axis = 0
        node("Gather", ["shape", "zero"], ["batch"]),
        # CHECK: tenon.unsqueeze {{.*}} axes = [0]
        node("Unsqueeze", ["batch", "axis0"], ["batch1"]),
        # CHECK: tenon.concat {{.*}} axis = 0
        node("Concat", ["batch1", "minus1"], ["target"], axis=0),
        # CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[n, 24], f32>
        node("Reshape", ["x", "target"], ["reshaped"]),
        # CHECK: tenon.transpose {{.*}} permutation = [2, 1, 0] {{.*}} -> !tenon.tensor<[4, 6, n], f32>
        node("Transpose", ["x"], ["transposed"]),
        # CHECK: tenon.split {{.*}} axis = 1 {uneven} {{.*}} -> !tenon.tensor<[n, 2, 4], f32>, !tenon.tensor<[n, 2, 4], f32>, !tenon.tensor<[n, 2, 4], f32>
        node("Split", ["x"], ["s0", "s1", "s2"], axis=1, num_outputs=3),
        # CHECK: tenon.split {{.*}} axis = 1 sizes = [1, 5] :
        node("Split", ["x", "one_five"], ["t0", "t1"], axis=1),
        # CHECK: tenon.slice {{.*}} starts = [1] ends = [9223372036854775807] axes = [2] steps = [2] {{.*}} -> !tenon.tensor<[n, 6, 2], f32>
        node("Slice", ["x", "axis1", "huge", "axis2", "two"], ["sliced"]),
        # CHECK: tenon.slice {{.*}} starts = [1] ends = [2] axes = [0] steps = [1] {{.*}} -> !tenon.tensor<[1, 2, 4], f32>
        node("Slice", ["s0t", "axis1", "two"], ["sliced0"]),
        # CHECK: tenon.squeeze {{.*}} axes = [0] {{.*}} -> !tenon.tensor<[2, 4], f32>
        node("Squeeze", ["sliced0", "axis0"], ["squeezed"]),
        # CHECK: tenon.flatten {{.*}} axis = 2 {{.*}} -> !tenon.tensor<[6*n, 4], f32>
        node("Flatten", ["x"], ["flat"], axis=2),
        # CHECK: tenon.expand {{.*}} -> !tenon.tensor<[3, 2, 4], f32>
        node("Expand", ["squeezed", "three"], ["expanded"]),
        # CHECK: tenon.tile {{.*}} -> !tenon.tensor<[4, 12], f32>
        node("Tile", ["squeezed", "two_three"], ["tiled"]),
        # CHECK: tenon.pad {{.*}} low = [0, 0, 1] high = [0, 0, 2] {value = 5.000000e-01 : f64}
        node("Pad", ["x", "pads", "half", "minus1"], ["padded"]),
        # CHECK: tenon.pad {{.*}} mode = reflect
        node("Pad", ["x", "pads", "", "minus1"], ["mirrored"], mode="reflect"),
        node("Identity", ["padded"], ["same"]),
        # Nothing is dropped, so all that is asked for is the mask.
        # CHECK: tenon.fill {{.*}} -> !tenon.tensor<[n, 6, 7], i1>
        node("Dropout", ["same"], ["kept", "mask"]),
    ],
    [
        (name, FLOAT)
        for name in (
            "reshaped transposed s1 t1 sliced squeezed flat expanded tiled mirrored kept"
        ).split()
    ]
    + [("mask", BOOL)],
    X + [("s0t", [2, 2, 4])],
    [
        ("zero", 0, I),
        ("axis0", [0], I),
        ("axis1", [1], I),
        ("axis2", [2], I),
        ("two", [2], I),
        ("minus1", [-1], I),
        ("huge", [2**63 - 1], I),
        ("one_five", [1, 5], I),
        ("three", [3, 1, 1], I),
        ("two_three", [2, 3], I),
        ("pads", [1, 2], I),
        ("half", 0.5, np.float32),
    ],
)

# Before operator sets 10 to 13 these were attributes.
# OLD-LABEL: tenon.model
write(
    sys.argv[1] + "-old.onnx",
    9,
    [
        # OLD: tenon.unsqueeze {{.*}} axes = [0, 4] {{.*}} -> !tenon.tensor<[1, n, 6, 4, 1], f32>
        node("Unsqueeze", ["x"], ["u"], axes=[0, 4]),
        # OLD: tenon.squeeze {{.*}} axes = [4] {{.*}} -> !tenon.tensor<[1, n, 6, 4], f32>
        node("Squeeze", ["u"], ["q"], axes=[4]),
        # OLD: tenon.slice {{.*}} starts = [0, -2] ends = [3, 100] axes = [2, 3] steps = [1, 1] {{.*}} -> !tenon.tensor<[1, n, 3, 2], f32>
        node("Slice", ["q"], ["c"], starts=[0, -2], ends=[3, 100], axes=[2, 3]),
        # OLD: tenon.pad {{.*}} low = [0, 0, 1, 0] high = [0, 0, 0, 1] mode = edge {{.*}} -> !tenon.tensor<[1, n, 4, 3], f32>
        node("Pad", ["c"], ["p"], mode="edge", pads=[0, 0, 1, 0, 0, 0, 0, 1]),
        # OLD: tenon.split {{.*}} axis = 2 sizes = [1, 3] :
        node("Split", ["p"], ["a", "b"], axis=2, split=[1, 3]),
        # OLD: tenon.split {{.*}} axis = 0 :
        node("Split", ["x6"], ["d", "e"]),
        # The mask has the data's type.
        # OLD: tenon.fill {{.*}} -> !tenon.tensor<[3], f32>
        node("Dropout", ["d"], ["y", "mask"], ratio=0.5),
    ],
    [("a", FLOAT), ("b", FLOAT), ("y", FLOAT), ("mask", FLOAT)],
    X + [("x6", [6])],
)

write(
    sys.argv[1] + "-bad.onnx",
    18,
    [
        # BAD: error[E0304]: Concat node 'no_axis' has a wrong attribute 'axis': it is missing
        node("Concat", ["x"], ["no_axis"]),
        # BAD: error[E0304]: Split node 'count' has a wrong attribute 'num_outputs': it is 3, but the node has 2 outputs
        node("Split", ["x"], ["count", "count1"], num_outputs=3),
        # BAD: error[E0304]: Pad node 'mode' has a wrong attribute 'mode': 'mirror' is none of constant, edge, reflect and wrap
        node("Pad", ["x", "pads"], ["mode"], mode="mirror"),
        # BAD: error[E0304]: Pad node 'axis' has a wrong attribute 'axes': it names axis 3 of 3 axes
        node("Pad", ["x", "pads", "", "three"], ["axis"]),
        # BAD: error[E0115]: Pad node 'odd' has 1 entries in low, but needs 3 for [n, 6, 4]
        # BAD: error[E0115]: Pad node 'odd' has 2 entries in high, but needs 3 for [n, 6, 4]
        node("Pad", ["x", "odd_pads"], ["odd"]),
        # BAD: error[E0305]: Reshape node 'inputs' has 1 inputs, but takes 2
        node("Reshape", ["x"], ["inputs"]),
        # BAD: error[E0107]: Reshape node 'reshape' turns [n, 6, 4] (24*n elements) into [0, 25] (25*n elements)
        node("Reshape", ["x", "to25"], ["reshape"]),
        # BAD: error[E0108]: Gather node 'gather' names axis 5, but [n, 6, 4] has 3 axes
        node("Gather", ["x", "three"], ["gather"], axis=5),
        # BAD: 9 errors
    ],
    [("gather", FLOAT)],
    X + [("where", [1])],
    [
        ("pads", [1, 2], I),
        ("odd_pads", [1, 2, 3], I),
        ("three", [3], I),
        ("to25", [0, 25], I),
    ],
)
