# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: model-opt %t-half.onnx --emit=tenon | FileCheck %s --check-prefix=HALF
# RUN: model-opt %t-train.onnx --emit=tenon | FileCheck %s --check-prefix=TRAIN
# RUN: model-opt %t-groups.onnx --emit=tenon | FileCheck %s --check-prefix=GROUPS
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Normalisations for inference, and what training asks for."""

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
C = [(name, np.ones([8], np.float32)) for name in ("scale", "offset", "mean", "variance")]
STATISTICS = ["scale", "offset", "mean", "variance"]

# CHECK-LABEL: tenon.model
write(
    out + ".onnx",
    17,
    [
        # CHECK: tenon.batch_norm {{.*}} {epsilon = {{.*}} : f64, layout = #tenon.layout<channels_first>} {{.*}} -> !tenon.tensor<[n, 8, 4], f32>
        node("BatchNormalization", ["x"] + STATISTICS, ["batch"]),
        # CHECK: tenon.layer_norm %{{[^ ]*}}, %{{[^ ]*}}, %{{[^ ]*}} {axis = -1 : i64, epsilon = 1.000000e-05 : f64} {{.*}} -> !tenon.tensor<[n, 8, 4], f32>
        node("LayerNormalization", ["x", "scale4", "offset4"], ["layer"]),
        # CHECK: tenon.layer_norm %{{[^ ]*}}, %{{[^ ]*}} {axis = 1 : i64, epsilon = 2.500000e-01 : f64}
        node("LayerNormalization", ["x", "scale84"], ["layer1"], axis=1, epsilon=0.25),
        # A scale that is repeated is an ordinary factor.
        # CHECK: %[[PLAIN:.*]] = tenon.layer_norm %{{[^ ]*}} {axis = 1 : i64,
        # CHECK: %[[SCALE:.*]] = tenon.align_rank {{.*}} -> !tenon.tensor<[1, 1, 4], f32>
        # CHECK: tenon.mul %[[PLAIN]], %[[SCALE]]
        node("LayerNormalization", ["x", "scale4"], ["repeated"], axis=1),
        # CHECK: tenon.group_norm %{{[^ ]*}}, %{{[^ ]*}}, %{{[^ ]*}} {epsilon = 1.000000e-05 : f64, layout = #tenon.layout<channels_first>} {{.*}} -> !tenon.tensor<[n, 8, 4], f32>
        node("InstanceNormalization", ["x", "scale", "offset"], ["instance"]),
    ],
    [("x", FLOAT, ["n", 8, 4])],
    [(name, FLOAT) for name in ("batch", "layer", "layer1", "repeated", "instance")],
    C
    + [
        ("scale4", np.ones([4], np.float32)),
        ("offset4", np.ones([4], np.float32)),
        ("scale84", np.ones([8, 4], np.float32)),
    ],
)

# Wide statistics are not narrowed.
# HALF-LABEL: tenon.model
write(
    out + "-half.onnx",
    15,
    [
        # HALF: tenon.cast {{.*}} to f32 : !tenon.tensor<[n, 8], f16>
        # HALF: tenon.batch_norm {{.*}} -> !tenon.tensor<[n, 8], f32>
        # HALF: tenon.cast {{.*}} to f16 {{.*}} -> !tenon.tensor<[n, 8], f16>
        node("BatchNormalization", ["x"] + STATISTICS, ["y"]),
    ],
    [("x", TensorProto.FLOAT16, ["n", 8])],
    [("y", TensorProto.FLOAT16)],
    C,
)

write(
    out + "-bad.onnx",
    17,
    [
        # BAD: error[E0112]: BatchNormalization node 'length' needs its mean of length 8 (axis 1 of [n, 8, 4]), but it has 4
        node("BatchNormalization", ["x", "scale", "offset", "scale4", "variance"], ["length"]),
        # BAD: error[E0104]: BatchNormalization node 'channels' takes 8 channels, but its input has 4 (axis 1 of [n, 4, 8])
        node("BatchNormalization", ["last"] + STATISTICS, ["channels"]),
        # BAD: error[E0112]: InstanceNormalization node 'one' needs its scale of length 8 (axis 1 of [n, 8, 4]), but it has 1
        node("InstanceNormalization", ["x", "scale1", "offset"], ["one"]),
        # BAD: error[E0106]: GroupNormalization node 'groups' splits 8 input channels into 3 groups, which leaves a remainder
        node("GroupNormalization", ["x", "scale", "offset"], ["groups"], num_groups=3),
        # BAD: error[E0108]: LayerNormalization node 'axis' names axis 5
        node("LayerNormalization", ["x", "scale4"], ["axis"], axis=5),
    ],
    [("x", FLOAT, ["n", 8, 4]), ("last", FLOAT, ["n", 4, 8])],
    [("length", FLOAT)],
    C + [("scale4", np.ones([4], np.float32)), ("scale1", np.ones([1], np.float32))],
)

# Training gives the statistics of the batch, and the running ones.
# TRAIN-LABEL: tenon.model
write(
    out + "-train.onnx",
    15,
    [
        # TRAIN: %[[MEAN:.*]] = tenon.reduce_mean %arg0 {axes = array<i64: 0, 2>} {{.*}} -> !tenon.tensor<[8], f32>
        # TRAIN: %[[VARIANCE:.*]] = tenon.reduce_mean {{.*}} {axes = array<i64: 0, 2>} {{.*}} -> !tenon.tensor<[8], f32>
        # TRAIN: tenon.batch_norm %arg0, {{.*}}, %[[MEAN]], %[[VARIANCE]]
        # TRAIN: tenon.output {{.*}} ["y", "m", "v"] : !tenon.tensor<[n, 8, 4], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>
        node("BatchNormalization", ["x"] + STATISTICS, ["y", "m", "v"], training_mode=1),
    ],
    [("x", FLOAT, ["n", 8, 4])],
    [("y", FLOAT), ("m", FLOAT), ("v", FLOAT)],
    C,
)

# Before operator set 21 each group has one factor.
# GROUPS-LABEL: tenon.model
write(
    out + "-groups.onnx",
    18,
    [
        # GROUPS: tenon.group_norm %{{[^ ,]*}} {epsilon = 1.000000e-05 : f64, groups = 2 : i64
        # GROUPS: tenon.reshape {{.*}} -> !tenon.tensor<[n, 2, 16], f32>
        # GROUPS: tenon.mul {{.*}}, !tenon.tensor<[1, 2, 1], f32> -> !tenon.tensor<[n, 2, 16], f32>
        # GROUPS: tenon.reshape {{.*}} -> !tenon.tensor<[n, 8, 4], f32>
        node("GroupNormalization", ["x", "scale2", "scale2"], ["y"], num_groups=2),
    ],
    [("x", FLOAT, ["n", 8, 4])],
    [("y", FLOAT)],
    [("scale2", np.ones([2], np.float32))],
)
