# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: model-opt %t-old.onnx --emit=tenon | FileCheck %s --check-prefix=OLD
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Resizing in all its forms, and sampling at positions."""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64


def write(path, opset, nodes, inputs, initializers=()):
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(name, kind, dims) for name, kind, dims in inputs],
        [helper.make_tensor_value_info(node.output[0], FLOAT, None) for node in nodes],
        [numpy_helper.from_array(np.array(value), name) for name, value in initializers],
    )
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)]), path)


def node(kind, name, *inputs, **attributes):
    return helper.make_node(kind, inputs, [name], name=name, **attributes)


out = sys.argv[1]

# CHECK-LABEL: tenon.model
write(
    out + ".onnx",
    20,
    [
        # CHECK: tenon.resize %{{.*}} by %{{.*}} axes = [0, 1, 2, 3] mode = "nearest" : {{.*}} -> !tenon.tensor<[n, 3, 16, 32], f32>
        node("Resize", "scaled", "x", "", "scales"),
        # CHECK: tenon.resize %{{.*}} to %{{.*}} axes = [2, 3] mode = "cubic" {antialias, coordinates = "align_corners", cubic_a = -5.000000e-01 : f64, exclude_outside, policy = "not_larger"} : {{.*}} -> !tenon.tensor<[n, 3, 4, 8], f32>
        node(
            "Resize",
            "sized",
            "x",
            "",
            "",
            "sizes",
            mode="cubic",
            axes=[2, 3],
            antialias=1,
            cubic_coeff_a=-0.5,
            exclude_outside=1,
            coordinate_transformation_mode="align_corners",
            keep_aspect_ratio_policy="not_larger",
        ),
        # CHECK: tenon.resize %{{.*}} to %{{.*}} in %{{.*}} axes = [-2, -1] mode = "linear" {coordinates = "crop", extrapolation = 7.000000e+00 : f64}
        node(
            "Resize",
            "cropped",
            "x",
            "roi",
            "",
            "sizes",
            mode="linear",
            axes=[-2, -1],
            coordinate_transformation_mode="tf_crop_and_resize",
            extrapolation_value=7.0,
        ),
        # Empty scales are none; sizes may come from the data.
        # CHECK: %[[SIZES:.*]] = tenon.as_sizes
        # CHECK: tenon.resize %{{.*}} to %[[SIZES]] axes = [2, 3]
        node("Resize", "late", "x", "", "empty", "late_sizes", axes=[2, 3]),
        # CHECK: tenon.grid_sample {{.*}} mode = "cubic" border = "reflect" {align_corners}
        node(
            "GridSample",
            "sampled",
            "x",
            "grid",
            mode="cubic",
            padding_mode="reflection",
            align_corners=1,
        ),
        # CHECK: tenon.add {{.*}} -> !tenon.tensor<[2, 5, 6, 2], f32>
        node("AffineGrid", "positions", "theta", "image"),
        # CHECK: tenon.roi_align {{.*}} size = [3, 4] mode = "mean" {half_pixel, samples = 2 : i64, scale = 5.000000e-01 : f64}
        node(
            "RoiAlign",
            "aligned",
            "x",
            "boxes",
            "batch",
            output_height=3,
            output_width=4,
            sampling_ratio=2,
            spatial_scale=0.5,
        ),
        # CHECK: tenon.max_roi_pool {{.*}} size = [3, 4]
        node("MaxRoiPool", "pooled", "x", "pooled_boxes", pooled_shape=[3, 4]),
        # CHECK: tenon.deform_sample %{{[^ ]*}}, %{{[^ ]*}}, %{{[^ ]*}} kernel = [3, 3] {pads = array<i64: 1, 1, 1, 1>}
        # CHECK: tenon.conv {{.*}} {strides = array<i64: 3, 3>} : {{.*}} -> !tenon.tensor<[n, 6, 8, 16], f32>
        node("DeformConv", "deformed", "x", "w", "moves", "", "mask", pads=[1, 1, 1, 1]),
    ],
    [
        ("x", FLOAT, ["n", 3, 8, 16]),
        ("late_sizes", INT64, [2]),
        ("grid", FLOAT, ["n", 4, 5, 2]),
        ("theta", FLOAT, [2, 2, 3]),
        ("boxes", FLOAT, ["k", 4]),
        ("batch", INT64, ["k"]),
        ("pooled_boxes", FLOAT, ["k", 5]),
        ("moves", FLOAT, ["n", 18, 8, 16]),
        ("mask", FLOAT, ["n", 9, 8, 16]),
    ],
    [
        ("scales", np.float32([1, 1, 2, 2])),
        ("sizes", [4, 9]),
        ("roi", np.float32([0, 0.1, 1, 0.9])),
        ("empty", np.float32([])),
        ("image", [2, 3, 5, 6]),
        ("w", np.zeros((6, 3, 3, 3), np.float32)),
    ],
)

# OLD-LABEL: tenon.model
write(
    out + "-old.onnx",
    10,
    [
        # OLD: tenon.resize {{.*}} mode = "linear" {coordinates = "asymmetric", rounding = "floor_ceil"}
        node("Resize", "resized", "x", "scales", mode="linear"),
        # OLD: tenon.resize {{.*}} mode = "nearest" {coordinates = "asymmetric", rounding = "floor_ceil"}
        node("Upsample", "upsampled", "x", "scales"),
        # Positions did not count from the middles.
        # OLD: tenon.roi_align {{.*}} size = [1, 1] mode = "max" :
        node("RoiAlign", "aligned", "x", "boxes", "batch", mode="max"),
    ],
    [
        ("x", FLOAT, ["n", 3, 8, 16]),
        ("boxes", FLOAT, ["k", 4]),
        ("batch", INT64, ["k"]),
    ],
    [("scales", np.float32([1, 1, 2, 2]))],
)

write(
    out + "-bad.onnx",
    20,
    [
        # BAD: error[E0304]: Resize node 'wordless' has a wrong attribute 'mode': 'lanczos' is none of nearest, linear, cubic
        node("Resize", "wordless", "x", "", "scales", mode="lanczos"),
        # BAD: error[E0304]: MaxRoiPool node 'formless' has a wrong attribute 'pooled_shape': it is missing
        node("MaxRoiPool", "formless", "x", "boxes"),
        # BAD: error[E0115]: AffineGrid node 'flat' has 2 sizes, but needs 4 or 5
        node("AffineGrid", "flat", "theta", "sizes"),
        # BAD: error[E0305]: Resize node 'sizeless' has 1 inputs, but takes sizes or scales beside its input
        node("Resize", "sizeless", "x"),
        # BAD: error[E0115]: Resize node 'short' has 4 scales, but needs 2 for its axes
        node("Resize", "short", "x", "", "scales", axes=[2, 3]),
    ],
    [("x", FLOAT, ["n", 3, 8, 16]), ("boxes", FLOAT, ["k", 5]), ("theta", FLOAT, [2, 2, 3])],
    [("scales", np.float32([1, 1, 2, 2])), ("sizes", [4, 9])],
)
# BAD: 5 errors
