# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Blocks, triangles, ranges, and slices whose ends are sizes."""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save


def write(path, nodes, outputs):
    constants = {"zero": 0, "one": 1, "two": [2], "axis1": [1], "start": [0]}
    graph = helper.make_graph(
        nodes,
        "blocks",
        [
            helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 12, 4, 6]),
            helper.make_tensor_value_info("m", TensorProto.FLOAT, ["n", "seq"]),
            helper.make_tensor_value_info("o", TensorProto.FLOAT, [1, 3, "h", "w"]),
            helper.make_tensor_value_info("p", TensorProto.FLOAT, [1, 512]),
        ],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs],
        [
            numpy_helper.from_array(np.array(value, np.int64), name)
            for name, value in constants.items()
        ],
    )
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)]), path)


def node(kind, inputs, outputs, **attributes):
    return helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes)


# CHECK-LABEL: tenon.model
write(
    sys.argv[1] + ".onnx",
    [
        # CHECK: tenon.transpose {{.*}} permutation = [0, 3, 4, 1, 5, 2] : !tenon.tensor<[n, 2, 2, 3, 4, 6], f32>
        # CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[n, 3, 8, 12], f32>
        node("DepthToSpace", ["x"], ["a"], blocksize=2),
        # CHECK: tenon.transpose {{.*}} permutation = [0, 1, 4, 2, 5, 3] : !tenon.tensor<[n, 3, 2, 2, 4, 6], f32>
        # CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[n, 3, 8, 12], f32>
        node("DepthToSpace", ["x"], ["b"], blocksize=2, mode="CRD"),
        # CHECK: tenon.transpose {{.*}} permutation = [0, 3, 5, 1, 2, 4] : !tenon.tensor<[n, 12, 2, 2, 3, 2], f32>
        # CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[n, 48, 2, 3], f32>
        node("SpaceToDepth", ["x"], ["c"], blocksize=2),
        # CHECK: tenon.trilu {{.*}} diagonal = 1 {upper}
        node("Trilu", ["m", "one"], ["d"]),
        # CHECK: tenon.trilu {{.*}} diagonal = 0 : {{.*}} -> !tenon.tensor<[n, seq], f32>
        node("Trilu", ["m"], ["e"], upper=0),
        # CHECK: tenon.fill {{.*}} -> !tenon.tensor<[n, seq], i64>
        # CHECK: tenon.trilu {{.*}} diagonal = -1 {upper}
        # CHECK: tenon.trilu {{.*}} diagonal = -1 :
        node("EyeLike", ["m"], ["f"], k=-1, dtype=TensorProto.INT64),
        node("Shape", ["m"], ["shape"]),
        node("Gather", ["shape", "one"], ["seq"]),
        node("Unsqueeze", ["seq", "start"], ["end"]),
        # CHECK: tenon.range {{.*}} -> !tenon.tensor<[seq], i64>
        node("Range", ["zero", "seq", "one"], ["g"]),
        # CHECK: tenon.dynamic_slice {{.*}} axes = [1] steps = [1] {{.*}} -> !tenon.tensor<[1, min(seq, 512)], f32>
        node("Slice", ["p", "start", "end", "axis1"], ["h"]),
    ],
    "abcdeh",
)

write(
    sys.argv[1] + "-bad.onnx",
    [
        # BAD: error[E0304]: DepthToSpace node 'none' has a wrong attribute 'blocksize': it is missing
        node("DepthToSpace", ["x"], ["none"]),
        # BAD: error[E0304]: DepthToSpace node 'mode' has a wrong attribute 'mode': 'RCD' is neither DCR nor CRD
        node("DepthToSpace", ["x"], ["mode"], blocksize=2, mode="RCD"),
        # BAD: error[E0304]: SpaceToDepth node 'zero_' has a wrong attribute 'blocksize': it is 0, but must be 1 to 2^31 - 1
        node("SpaceToDepth", ["x"], ["zero_"], blocksize=0),
        # BAD: error[E0107]: DepthToSpace node 'five'
        node("DepthToSpace", ["x"], ["five"], blocksize=5),
        # BAD: error[E0805]: EyeLike node 'eye' uses an input that is no matrix, but [n, 12, 4, 6]
        node("EyeLike", ["x"], ["eye"]),
    ],
    ["none"],
)
