# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Windows, and Fourier transforms as products."""

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
# CHECK-LABEL: tenon.model
write(
    out + ".onnx",
    20,
    [
        # CHECK: tenon.range {{.*}} -> !tenon.tensor<[10], i64>
        # CHECK: tenon.cos
        # CHECK: tenon.sub {{.*}} -> !tenon.tensor<[10], f32>
        node("HannWindow", ["ten"], ["hann"]),
        # CHECK: tenon.cast {{.*}} to f16
        node("BlackmanWindow", ["ten"], ["blackman"], periodic=0, output_datatype=TensorProto.FLOAT16),
        # CHECK: tenon.constant {{.*}} : !tenon.tensor<[5, 3], f32>
        node("MelWeightMatrix", ["three", "eight", "rate", "low", "high"], ["mel"]),
        # Two columns for each of the frequencies.
        # CHECK: %[[TABLE:.*]] = tenon.constant {{.*}} : !tenon.tensor<[8, 5, 2], f32>
        # CHECK: tenon.matmul {{.*}} !tenon.tensor<[4*n, 8], f32>, !tenon.tensor<[8, 10], f32>
        # CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[n, 4, 5, 2], f32>
        node("DFT", ["x"], ["half"], onesided=1),
        # CHECK: tenon.transpose
        # CHECK: tenon.matmul {{.*}} !tenon.tensor<[4, 8], f32>
        # CHECK: tenon.transpose {{.*}} -> !tenon.tensor<[n, 4, 8, 2], f32>
        node("DFT", ["x", "", "one"], ["axis"]),
        # CHECK: tenon.dynamic_slice {{.*}} -> !tenon.tensor<[n, 4, 3, 1], f32>
        node("DFT", ["x", "three"], ["short"], inverse=1),
        # CHECK: tenon.gather {{.*}} -> !tenon.tensor<[n, 4, 4, 1], f32>
        # CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[n, 4, 3, 2], f32>
        node("STFT", ["s", "three", "", "four"], ["stft"]),
    ],
    [("x", FLOAT, ["n", 4, 8, 1]), ("s", FLOAT, ["n", 14, 1])],
    [("hann", FLOAT), ("blackman", TensorProto.FLOAT16), ("mel", FLOAT), ("half", FLOAT), ("axis", FLOAT),
     ("short", FLOAT), ("stft", FLOAT)],
    [(name, np.int64(value)) for name, value in
     (("ten", 10), ("three", 3), ("eight", 8), ("rate", 8192), ("one", 1), ("four", 4))]
    + [("low", np.float32(0)), ("high", np.float32(4096))],
)
write(
    out + "-bad.onnx",
    17,
    [
        # BAD: error[E0304]: DFT node 'axis' has a wrong attribute 'axis': it is 1, but must be an axis of samples of a signal with 2 axes
        node("DFT", ["x"], ["axis"]),
        # BAD: error[E0805]: DFT node 'onesided' uses a one-sided transform of complex numbers
        node("DFT", ["x"], ["onesided"], axis=0, onesided=1),
        # BAD: error[E0304]: STFT node 'frame' has a wrong attribute 'frame_length': it is missing, and there is no window
        node("STFT", ["s", "two"], ["frame"]),
    ],
    [("x", FLOAT, [8, 2]), ("s", FLOAT, ["n", 14, 1])],
    [("axis", FLOAT), ("onesided", FLOAT), ("frame", FLOAT)],
    [("two", np.int64(2))],
)
