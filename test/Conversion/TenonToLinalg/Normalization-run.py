# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""Compiled normalisations of groups against numpy, over sizes and layouts."""

import subprocess
import sys

import numpy as np

STEM = sys.argv[1]
TYPES = {"f32": np.float32, "f16": np.float16}
GROUPS = (None, 1, 2, 6)


def make_model(element):
    body, results = "", []
    factors = f"!tenon.tensor<[6], {element}>"
    for layout, shape in (("first", "[n, 6, t, 3]"), ("last", "[n, t, 3, 6]")):
        for groups in GROUPS:
            name = f"{layout}-{groups}"
            attributes = f"epsilon = 0.01 : f64, layout = #tenon.layout<channels_{layout}>"
            if groups:
                attributes += f", groups = {groups} : i64"
            value = f"%{len(results)}"
            body += (
                f"{value} = tenon.group_norm %{layout}, %scale, %offset {{{attributes}}} : "
                f"!tenon.tensor<{shape}, {element}>, {factors}, {factors} -> !tenon.tensor<*, ?>\n"
            )
            results.append((value, f'"{name}"', "!tenon.tensor<*, ?>"))
    values, names, types = (", ".join(column) for column in zip(*results))
    return (
        f"tenon.model @groups(%first: !tenon.tensor<[n, 6, t, 3], {element}>, "
        f"%last: !tenon.tensor<[n, t, 3, 6], {element}>, %scale: {factors}, %offset: {factors}) {{\n"
        f"{body}tenon.output {values} [{names}] : {types}\n}}\n"
    )


def normalise(x, scale, offset, groups):
    groups = groups or 6
    split = x.reshape(len(x), groups, 6 // groups, *x.shape[2:])
    axes = tuple(range(2, split.ndim))
    split = split - split.mean(axes, keepdims=True)
    split = split / np.sqrt((split**2).mean(axes, keepdims=True) + 0.01)
    return split.reshape(x.shape) * scale[:, None, None] + offset[:, None, None]


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def check(element, level, n, t):
    random = np.random.default_rng(3)
    x = random.standard_normal((n, 6, t, 3)).astype(TYPES[element])
    data = {"first": x, "last": x.transpose(0, 2, 3, 1)}
    for name in ("scale", "offset"):
        data[name] = random.standard_normal(6).astype(TYPES[element])
    command = [STEM]
    for name, array in data.items():
        np.save(f"{STEM}-{name}.npy", np.ascontiguousarray(array))
        command += ["--input", f"{name}={STEM}-{name}.npy"]
    run([*command, "--output", STEM + ".npz"])
    wide = [data[name].astype(np.float64) for name in ("first", "scale", "offset")]
    tolerance = 4e-3 if element == "f16" else 1e-4
    for name, got in np.load(STEM + ".npz").items():
        layout, groups = name.split("-")
        want = normalise(*wide, None if groups == "None" else int(groups))
        if layout == "last":
            want = want.transpose(0, 2, 3, 1)
        if got.shape != want.shape or not np.allclose(got, want, rtol=tolerance, atol=tolerance):
            sys.exit(f"{name} {element} {level} {n} {t}:\n{got}\nis not\n{want}")


for element, level in (("f32", "-O0"), ("f32", "-O2"), ("f16", "-O2")):
    with open(STEM + ".mlir", "w") as file:
        file.write(make_model(element))
    run(["model-opt", STEM + ".mlir", "-o", STEM, level])
    check(element, level, 2, 4)
    check(element, level, 0, 2)
