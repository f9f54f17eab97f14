# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""What is drawn, with a seed and without."""

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
    22,
    [
        # The seed is the bits of a number: 1.0 is 0x3F800000.
        # CHECK: tenon.random_uniform {{.*}} to f32 {high = 1.000000e+00 : f64, low = -1.000000e+00 : f64, seed = 1065353216 : i64} {{.*}} -> !tenon.tensor<[2, 3], f32>
        node("RandomUniform", [], ["uniform"], shape=[2, 3], low=-1.0, seed=1.0),
        # Nodes without a seed have seeds of their own.
        # CHECK: tenon.random_normal {{.*}} to f64 {deviation = 2.000000e+00 : f64, mean = 5.000000e-01 : f64, seed = [[SEED:-?[0-9]+]] : i64}
        node("RandomNormal", [], ["normal"], shape=[4], mean=0.5, scale=2.0, dtype=TensorProto.DOUBLE),
        # CHECK-NOT: seed = [[SEED]] : i64
        # CHECK: tenon.random_normal {{.*}} to f32 {{.*}} -> !tenon.tensor<[n, 8], f32>
        node("RandomNormalLike", ["x"], ["normal_like"]),
        # CHECK: tenon.random_uniform {{.*}} to f16 {{.*}} -> !tenon.tensor<[n, 8], f16>
        node("RandomUniformLike", ["x"], ["uniform_like"], dtype=TensorProto.FLOAT16),
        # CHECK: %[[DRAWN:.*]] = tenon.random_uniform
        # CHECK: %[[LESS:.*]] = tenon.less %[[DRAWN]], %
        # CHECK: tenon.cast %[[LESS]] to i1
        node("Bernoulli", ["x"], ["flips"], dtype=TensorProto.BOOL),
        # CHECK: %[[SHARES:.*]] = tenon.softmax
        # CHECK: tenon.multinomial %[[SHARES]] to i64 {samples = 5 : i64, seed = {{.*}}} {{.*}} -> !tenon.tensor<[n, 5], i64>
        node("Multinomial", ["x"], ["classes"], sample_size=5, dtype=INT64),
        # CHECK: %[[DRAWN:.*]] = tenon.random_uniform {{.*}} seed = 3 : i64
        # CHECK: tenon.greater_or_equal %[[DRAWN]]
        # CHECK: tenon.select {{.*}} -> !tenon.tensor<[n, 8], f32>
        node("Dropout", ["x", "ratio", "true"], ["dropped", "mask"], seed=3),
        # CHECK-NOT: tenon.random_uniform
        node("Dropout", ["x", "ratio", "false"], ["kept"]),
    ],
    [("x", FLOAT, ["n", 8])],
    [("uniform", FLOAT), ("normal", TensorProto.DOUBLE), ("normal_like", FLOAT), ("uniform_like", TensorProto.FLOAT16),
     ("flips", TensorProto.BOOL), ("classes", INT64), ("dropped", FLOAT), ("mask", TensorProto.BOOL), ("kept", FLOAT)],
    [("ratio", np.float32(0.25)), ("true", np.bool_(True)), ("false", np.bool_(False))],
)
write(
    out + "-bad.onnx",
    22,
    [
        # BAD: error[E0304]: RandomUniform node 'shapeless' has a wrong attribute 'shape': it is missing
        node("RandomUniform", [], ["shapeless"]),
        # BAD: error[E0305]: RandomNormal node 'inputs' has 1 inputs, but takes 0
        node("RandomNormal", ["x"], ["inputs"], shape=[2]),
        # BAD: error[E0116]: RandomNormalLike node 'integers' has `to` int64, but it must be a floating-point type
        node("RandomNormalLike", ["x"], ["integers"]),
    ],
    [("x", INT64, [3])],
    [("shapeless", FLOAT), ("inputs", FLOAT), ("integers", INT64)],
)
