# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: model-opt %t-old.onnx --emit=tenon | FileCheck %s --check-prefix=OLD
# RUN: model-opt %t-heads.onnx --emit=tenon | FileCheck %s --check-prefix=HEADS
# RUN: model-opt %t-mask.onnx --emit=tenon | FileCheck %s --check-prefix=MASK
# RUN: not model-opt %t-bad-heads.onnx --check 2>&1 | FileCheck %s --check-prefix=HEADS-BAD
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Softmax along one axis, and as old versions have it along several as one."""

import sys

from onnx import TensorProto, helper, save

FLOAT = TensorProto.FLOAT


def write(path, opset, nodes, inputs, outputs):
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(name, kind, dims) for name, kind, dims in inputs],
        [helper.make_tensor_value_info(name, kind, None) for name, kind in outputs],
    )
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)]), path)


def node(kind, inputs, outputs, **attributes):
    return helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes)


out = sys.argv[1]

# CHECK-LABEL: tenon.model
write(
    out + ".onnx",
    13,
    [
        # CHECK: tenon.softmax {{.*}} {axis = -1 : i64} {{.*}} -> !tenon.tensor<[n, 3, 4], f32>
        node("Softmax", ["x"], ["last"]),
        # CHECK: tenon.softmax {{.*}} {axis = 1 : i64} {{.*}} -> !tenon.tensor<[n, 3, 4], f32>
        node("Softmax", ["x"], ["middle"], axis=1),
        # CHECK: tenon.log_softmax {{.*}} {axis = 0 : i64}
        node("LogSoftmax", ["x"], ["logarithm"], axis=0),
    ],
    [("x", FLOAT, ["n", 3, 4])],
    [(name, FLOAT) for name in ("last", "middle", "logarithm")],
)

# Before version 13 the axes from `axis` on count as one; nothing is reshaped
# where only one of them has more than one element.
# OLD-LABEL: tenon.model
write(
    out + "-old.onnx",
    11,
    [
        # OLD: %[[ROWS:.*]] = tenon.flatten {{.*}} axis = 1 {{.*}} -> !tenon.tensor<[n, 12], f32>
        # OLD: %[[WEIGHTS:.*]] = tenon.softmax %[[ROWS]] {axis = 1 : i64}
        # OLD: %[[SHAPE:.*]] = tenon.shape_of
        # OLD: tenon.reshape %[[WEIGHTS]], %[[SHAPE]] {{.*}} -> !tenon.tensor<[n, 3, 4], f32>
        node("Softmax", ["x"], ["joined"]),
        # OLD-NOT: tenon.flatten
        # OLD: tenon.softmax {{.*}} {axis = -1 : i64} {{.*}} -> !tenon.tensor<[n, 3, 4], f32>
        node("Softmax", ["x"], ["last"], axis=-1),
        # OLD-NOT: tenon.flatten
        # OLD: tenon.log_softmax {{.*}} {axis = 1 : i64} {{.*}} -> !tenon.tensor<[n, 10, 1, 1], f32>
        node("LogSoftmax", ["image"], ["pixels"]),
    ],
    [("x", FLOAT, ["n", 3, 4]), ("image", FLOAT, ["n", 10, 1, 1])],
    [(name, FLOAT) for name in ("joined", "last", "pixels")],
)

write(
    out + "-bad.onnx",
    12,
    [
        # BAD: error[E0108]: Softmax node 'axis' names axis 5, but [n, 3, 4] has 3 axes
        node("Softmax", ["x"], ["axis"], axis=5),
    ],
    [("x", FLOAT, ["n", 3, 4])],
    [("axis", FLOAT)],
)

# Joined heads are split and joined again; a cache stands before what is new,
# and causal masks count it.
# HEADS-LABEL: tenon.model
write(
    out + "-heads.onnx",
    23,
    [
        # HEADS: tenon.transpose {{.*}} -> !tenon.tensor<[n, 6, seq, 8], f32>
        # HEADS: %[[KEY:.*]] = tenon.concat {{.*}} -> !tenon.tensor<[n, 3, past + seq, 8], f32>
        # HEADS: %[[VALUE:.*]] = tenon.concat {{.*}} -> !tenon.tensor<[n, 3, past + seq, 8], f32>
        # HEADS: %[[PAST:.*]] = tenon.shape_of {{.*}} {end = 3 : i64, start = 2 : i64}
        # HEADS: %[[RESULT:.*]] = tenon.attention {{.*}}, %[[KEY]], %[[VALUE]] past(%[[PAST]] : {{.*}}) {causal} {{.*}} -> !tenon.tensor<[n, 6, seq, 8], f32>
        # HEADS: tenon.transpose %[[RESULT]]
        # HEADS: tenon.output {{.*}}, %[[KEY]] ["y", "present_key"] : !tenon.tensor<[n, seq, 48], f32>
        node("Attention", ["q", "k", "k", "", "past", "past"], ["y", "present_key"], is_causal=1, q_num_heads=6, kv_num_heads=3),
    ],
    [("q", FLOAT, ["n", "seq", 48]), ("k", FLOAT, ["n", "seq", 24]), ("past", FLOAT, ["n", 3, "past", 8])],
    [("y", FLOAT), ("present_key", FLOAT)],
)

# A mask gets four axes, and what it lacks at its end is not seen.
# MASK-LABEL: tenon.model
write(
    out + "-mask.onnx",
    24,
    [
        # MASK: tenon.pad {{.*}} low = [0, 0] high = [0, 2] {value = 0xFFF0000000000000 : f64} {{.*}} -> !tenon.tensor<[4, 6], f32>
        # MASK: %[[MASK:.*]] = tenon.unsqueeze {{.*}} -> !tenon.tensor<[1, 1, 4, 6], f32>
        # MASK: tenon.attention {{.*}} mask(%[[MASK]] : {{.*}}) lengths({{.*}}) {scale = 2.500000e-01 : f64, scores = "weights", softcap = 2.000000e+00 : f64} {{.*}} -> {{.*}}, !tenon.tensor<[n, 3, 4, 6], f32>
        node(
            "Attention", ["q", "k", "k", "m", "", "", "lengths"], ["y", "", "", "weights"],
            scale=0.25, softcap=2.0, qk_matmul_output_mode=3,
        ),
    ],
    [
        ("q", FLOAT, ["n", 3, 4, 8]), ("k", FLOAT, ["n", 3, 6, 8]),
        ("m", FLOAT, [4, 4]), ("lengths", TensorProto.INT64, ["n"]),
    ],
    [("y", FLOAT), ("weights", FLOAT)],
)

write(
    out + "-bad-heads.onnx",
    24,
    [
        # HEADS-BAD: error[E0304]: Attention node 'count' has a wrong attribute 'q_num_heads': inputs with 3 axes need at least 1
        node("Attention", ["x", "x", "x"], ["count"], kv_num_heads=2),
        # HEADS-BAD: error[E0304]: Attention node 'mode' has a wrong attribute 'qk_matmul_output_mode': it is 4, but must be 0 to 3
        node("Attention", ["q", "q", "q"], ["mode"], qk_matmul_output_mode=4),
        # HEADS-BAD: error[E0304]: TensorScatter node 'batch' has a wrong attribute 'axis': it is 0, but [n, 3, 4, 8] needs 1 to 3
        node("TensorScatter", ["q", "q"], ["batch"], axis=0),
        # HEADS-BAD: error[E0116]: Attention node 'heads' has a query with a number of heads of 3, but it must be a multiple of the 2 heads of its key
        node("Attention", ["q", "k", "k"], ["heads"]),
    ],
    [("x", FLOAT, ["n", 4, 8]), ("q", FLOAT, ["n", 3, 4, 8]), ("k", FLOAT, ["n", 2, 4, 8])],
    [("count", FLOAT)],
)
