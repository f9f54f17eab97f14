# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: model-opt %t-products.onnx --emit=tenon | FileCheck %s --check-prefix=PRODUCT
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Quantised numbers: where scales lie, and which types results have."""

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

F16, U8, I8, U16, I32 = (getattr(TensorProto, n) for n in ("FLOAT16", "UINT8", "INT8", "UINT16", "INT32"))

# CHECK-LABEL: tenon.model
write(
    out + ".onnx",
    23,
    [
        # CHECK: %[[SCALE:.*]] = tenon.align_rank {{.*}} -> !tenon.tensor<[1, 1], f32>
        # CHECK: tenon.quantize %{{[^ ]*}}, %[[SCALE]] to ui8 : {{.*}} -> !tenon.tensor<[n, 8], ui8>
        node("QuantizeLinear", ["x", "scalar"], ["plain"]),
        # A vector of one entry is for everything, wherever the axis lies.
        # CHECK: tenon.squeeze {{.*}} axes = [0]
        # CHECK: tenon.quantize {{.*}} to i16
        node("QuantizeLinear", ["x", "one"], ["typed"], output_dtype=TensorProto.INT16, axis=7),
        # CHECK: %[[COLUMN:.*]] = tenon.unsqueeze {{.*}} axes = [0] {{.*}} -> !tenon.tensor<[1, 8], f32>
        # CHECK: %[[ZERO:.*]] = tenon.unsqueeze {{.*}} axes = [0] {{.*}} -> !tenon.tensor<[1, 8], i8>
        # CHECK: tenon.quantize %{{[^ ]*}}, %[[COLUMN]], %[[ZERO]] to i8
        node("QuantizeLinear", ["x", "column", "zero"], ["column_y"]),
        # CHECK: tenon.quantize {{.*}} to ui8 {block_axis = -1 : i64, block_size = 4 : i64}
        node("QuantizeLinear", ["x", "blocks"], ["blocked"], axis=-1, block_size=4),
        # Of 16 bits, quotients are rounded to them.
        # CHECK: tenon.quantize {{.*}} to ui8 {precision = f16}
        node("QuantizeLinear", ["h", "half"], ["half_y"]),
        # CHECK: tenon.quantize {{.*}} to ui8 {precision = f32}
        node("QuantizeLinear", ["h", "half"], ["precise"], precision=FLOAT),
        # CHECK: tenon.dequantize {{.*}} to f32 : {{.*}} -> !tenon.tensor<[n, 8], f32>
        node("DequantizeLinear", ["column_y", "column", "zero"], ["back"]),
        # CHECK: tenon.dequantize {{.*}} to f16
        node("DequantizeLinear", ["plain", "scalar"], ["back16"], output_dtype=F16),
        # CHECK: tenon.reduce_min
        # CHECK: tenon.reduce_max
        # CHECK: %[[SCALE:.*]] = tenon.select
        # CHECK: %[[ZERO:.*]] = tenon.quantize {{.*}}, %[[SCALE]] to ui8 {{.*}} -> !tenon.tensor<[], ui8>
        # CHECK: tenon.quantize {{.*}} to ui8 {{.*}} -> !tenon.tensor<[n, 8], ui8>
        node("DynamicQuantizeLinear", ["x"], ["dynamic", "dynamic_scale", "dynamic_zero"]),
    ],
    [("x", FLOAT, ["n", 8]), ("h", F16, ["n", 8])],
    [("plain", U8), ("typed", TensorProto.INT16), ("column_y", I8), ("blocked", U8), ("half_y", U8),
     ("precise", U8), ("back", FLOAT), ("back16", F16), ("dynamic", U8), ("dynamic_scale", FLOAT),
     ("dynamic_zero", U8)],
    [("scalar", np.float32(0.5)), ("one", np.ones([1], np.float32)), ("column", np.ones([8], np.float32)),
     ("zero", np.ones([8], np.int8)), ("blocks", np.ones([1, 2], np.float32)),
     ("half", np.float16(0.5))],
)

# PRODUCT-LABEL: tenon.model
write(
    out + "-products.onnx",
    21,
    [
        # A zero point of 0 is no work.
        # PRODUCT: tenon.matmul %{{[^ ]*}}, %{{[^ ]*}} {widen} : !tenon.tensor<[n, 4], ui8>, !tenon.tensor<[4, 3], i8> -> !tenon.tensor<[n, 3], i32>
        node("MatMulInteger", ["a", "b", "", "zeros"], ["sums"]),
        # PRODUCT: %[[WIDE:.*]] = tenon.cast %{{[^ ]*}} to i16
        # PRODUCT: %[[ZERO:.*]] = tenon.cast %{{[^ ]*}} to i16
        # PRODUCT: %[[LEFT:.*]] = tenon.sub %[[WIDE]], %[[ZERO]] {{.*}} -> !tenon.tensor<[n, 4], i16>
        # PRODUCT: tenon.matmul %[[LEFT]], {{.*}} {widen} : !tenon.tensor<[n, 4], i16>, !tenon.tensor<[4, 3], i8>
        node("MatMulInteger", ["a", "b", "middle"], ["centered"]),
        # PRODUCT: %[[SUMS:.*]] = tenon.matmul {{.*}} {widen}
        # PRODUCT: %[[FACTOR:.*]] = tenon.div
        # PRODUCT: %[[NUMBERS:.*]] = tenon.dequantize %[[SUMS]], %[[FACTOR]] to f32
        # PRODUCT: tenon.quantize %[[NUMBERS]], {{.*}} to ui8 {{.*}} -> !tenon.tensor<[n, 3], ui8>
        node("QLinearMatMul", ["a", "scale", "middle", "b", "scales", "zeros", "scale", "middle"], ["small"]),
        # PRODUCT: tenon.conv {{.*}} widen} : !tenon.tensor<[n, 2, 9], ui8>, !tenon.tensor<[3, 2, 3], i8> -> !tenon.tensor<[n, 3, 9], i32>
        node("ConvInteger", ["i", "f"], ["conv"], pads=[1, 1]),
        # PRODUCT: %[[SUMS:.*]] = tenon.conv {{.*}}, {{.*}}, {{.*}} {widen} :
        # PRODUCT: tenon.dequantize %[[SUMS]], {{.*}} !tenon.tensor<[1, 3, 1], f32>
        # PRODUCT: tenon.quantize {{.*}} to ui8
        node("QLinearConv", ["i", "scale", "middle", "f", "scales", "zeros", "scale", "middle", "bias"], ["qconv"]),
    ],
    [("a", U8, ["n", 4]), ("i", U8, ["n", 2, 9])],
    [("sums", I32), ("centered", I32), ("small", U8), ("conv", I32), ("qconv", U8)],
    [("b", np.ones([4, 3], np.int8)), ("zeros", np.zeros([3], np.int8)), ("middle", np.uint8(128)),
     ("scale", np.float32(0.5)), ("scales", np.ones([3], np.float32)), ("f", np.ones([3, 2, 3], np.int8)),
     ("bias", np.ones([3], np.int32))],
)

write(
    out + "-bad.onnx",
    21,
    [
        # BAD: error[E0304]: QuantizeLinear node 'axis' has a wrong attribute 'axis': it is 2, but the input [n, 8] has 2 axes
        node("QuantizeLinear", ["x", "column"], ["axis"], axis=2),
        # BAD: error[E0304]: QuantizeLinear node 'clash' has a wrong attribute 'output_dtype': it names another type than the zero point's
        node("QuantizeLinear", ["x", "column", "zero"], ["clash"], output_dtype=U16),
        # BAD: error[E0805]: QuantizeLinear node 'tiny' uses elements of type INT4, which Tenon does not support yet
        node("QuantizeLinear", ["x", "column"], ["tiny"], output_dtype=22),
        # BAD: error[E0805]: QuantizeLinear node 'float8' uses elements of type FLOAT8E4M3FN
        node("QuantizeLinear", ["x", "column"], ["float8"], output_dtype=17),
    ],
    [("x", FLOAT, ["n", 8])],
    [("axis", U8), ("clash", U8), ("tiny", U8), ("float8", U8)],
    [("column", np.ones([8], np.float32)), ("zero", np.ones([8], np.int8))],
)
