# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""Compiled branches and loops against numpy, at both levels, over free batches
from 0 up, for conditions and numbers of turns that only the data decides."""

import os
import subprocess
import sys

import numpy as np

WORK = sys.argv[1]
OPEN = "!tenon.tensor<*, ?>"
PARAMETERS = "tenon.parameter @w = dense<[0.5, -1.0, 2.0, 1.5]> : !tenon.tensor<[4], f32>\n"
W = np.array([0.5, -1, 2, 1.5], np.float32)
ROOM = 12
CASES = []


def case(body, function):
    """`body` makes %0, %1, … of %x, %y (both X), %c (truth), %n (turns) and %k
    (a number); `function` gives the same by numpy."""
    CASES.append((body, function))


def yields(*names, types=None):
    types = types or ["X"] * len(names)
    return f"tenon.yield {', '.join(names)} : {', '.join(types)}\n"


# One parameter and one outer value captured; both branches; three results, of
# which one is passed through unchanged.
case(
    f"""%w0 = tenon.get_parameter @w : !tenon.tensor<[4], f32>
  %w = tenon.unsqueeze %w0 axes = [0] : !tenon.tensor<[4], f32> -> {OPEN}
  %e = tenon.exp %x : X -> {OPEN}
  %r:3 = tenon.if %c {{
    %a = tenon.mul %e, %w : {OPEN}, {OPEN} -> {OPEN}
    %s = tenon.reduce_sum %a {{axes = array<i64: 1>}} : {OPEN} -> {OPEN}
    {yields("%a", "%x", "%s", types=[OPEN, "X", OPEN])}
  }} else {{
    %a = tenon.sub %y, %x : X, X -> {OPEN}
    %s = tenon.reduce_max %y {{axes = array<i64: 1>}} : X -> {OPEN}
    {yields("%a", "%x", "%s", types=[OPEN, "X", OPEN])}
  }} : !tenon.tensor<[], i1> -> {OPEN}, {OPEN}, {OPEN}
  %0 = tenon.relu %r#0 : {OPEN} -> {OPEN}
  %1 = tenon.neg %r#1 : {OPEN} -> {OPEN}
  %2 = tenon.neg %r#2 : {OPEN} -> {OPEN}
""",
    lambda x, y, c, n, k: [
        np.maximum(np.exp(x) * W if c else y - x, 0), -x,
        -(np.exp(x) * W).sum(1) if c else -y.max(1),
    ],
)

# A branch of a branch; what one gives is a view of what is outside.
case(
    f"""%zero = tenon.constant dense<2> : !tenon.tensor<[], i64>
  %few = tenon.less %n, %zero : !tenon.tensor<[], i64>, !tenon.tensor<[], i64> -> {OPEN}
  %0 = tenon.if %c {{
    %i = tenon.if %few {{
      {yields("%x")}
    }} else {{
      %a = tenon.add %x, %y : X, X -> {OPEN}
      {yields("%a", types=[OPEN])}
    }} : {OPEN} -> {OPEN}
    {yields("%i", types=[OPEN])}
  }} else {{
    %t = tenon.slice %y starts = [-1] ends = [-10] axes = [1] steps = [-1] : X -> {OPEN}
    {yields("%t", types=[OPEN])}
  }} : !tenon.tensor<[], i1> -> {OPEN}
""",
    lambda x, y, c, n, k: [(x if n < 2 else x + y) if c else y[:, ::-1]],
)

# Counted: two values change places, one passes through, one is computed of all;
# stacks of what came in and of the turn.
case(
    f"""%yes = tenon.constant dense<true> : !tenon.tensor<[], i1>
  %r:7 = tenon.loop %n, %yes (%x, %y, %x, %y) room = [{ROOM}] {{
  ^bb0(%i: !tenon.tensor<[], i64>, %p: X, %q: X, %u: X, %v: X):
    %f = tenon.cast %i to f32 : !tenon.tensor<[], i64> -> {OPEN}
    %g = tenon.align_rank %f to %x : {OPEN}, X -> {OPEN}
    %s = tenon.add %v, %p : X, X -> {OPEN}
    %z = tenon.add %s, %g : {OPEN}, {OPEN} -> {OPEN}
    {yields("%yes", "%q", "%p", "%u", "%z", "%p", "%i",
            types=["!tenon.tensor<[], i1>", "X", "X", "X", OPEN, "X", "!tenon.tensor<[], i64>"])}
  }} {{counted}} : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (X, X, X, X) -> {", ".join([OPEN] * 7)}
"""
    + "".join(f"  %{i} = tenon.neg %r#{i} : {OPEN} -> {OPEN}\n" for i in range(7)),
    lambda x, y, c, n, k: [-np.asarray(v) for v in swap(x, y, n)],
)


def swap(x, y, n):
    p, q, u, v = x, y, x, y
    stack, turns = np.zeros((ROOM, *x.shape), np.float32), np.zeros(ROOM, np.int64)
    for i in range(n):
        stack[i], turns[i] = p, i
        p, q, v = q, p, v + p + np.float32(i)
    return p, q, u, v, stack, turns, np.array([max(n, 0)], np.int64)


# Ends early: as soon as a sum is large enough, or at once.
case(
    f"""%most = tenon.constant dense<{ROOM}> : !tenon.tensor<[], i64>
  %one = tenon.constant dense<1> : !tenon.tensor<[], i64>
  %zero = tenon.constant dense<0> : !tenon.tensor<[], i64>
  %0:3 = tenon.loop %most, %c (%zero) room = [{ROOM}] {{
  ^bb0(%i: !tenon.tensor<[], i64>, %s: !tenon.tensor<[], i64>):
    %a = tenon.add %s, %i : !tenon.tensor<[], i64>, !tenon.tensor<[], i64> -> {OPEN}
    %b = tenon.add %a, %one : {OPEN}, !tenon.tensor<[], i64> -> {OPEN}
    %go = tenon.less %b, %k : {OPEN}, !tenon.tensor<[], i64> -> {OPEN}
    {yields("%go", "%b", "%s", types=[OPEN, OPEN, "!tenon.tensor<[], i64>"])}
  }} : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (!tenon.tensor<[], i64>) -> {OPEN}, {OPEN}, {OPEN}
  %1 = tenon.neg %0#0 : {OPEN} -> {OPEN}
  %2 = tenon.neg %0#1 : {OPEN} -> {OPEN}
  %3 = tenon.neg %0#2 : {OPEN} -> {OPEN}
""",
    lambda x, y, c, n, k: [None, *(-np.asarray(v) for v in count_up(c, k))],
)


def count_up(c, k):
    total, turns, stack = 0, 0, np.zeros(ROOM, np.int64)
    while c and turns < ROOM:
        stack[turns] = total
        total, turns = total + turns + 1, turns + 1
        c = total < k
    return np.int64(total), stack, np.array([turns], np.int64)


# Loop in branch in loop; the inner one has as many turns as the outer one did,
# carries nothing but a sum, and its body captures what the outer one carries.
case(
    f"""%w0 = tenon.get_parameter @w : !tenon.tensor<[4], f32>
  %w = tenon.unsqueeze %w0 axes = [0] : !tenon.tensor<[4], f32> -> {OPEN}
  %yes = tenon.constant dense<true> : !tenon.tensor<[], i1>
  %three = tenon.constant dense<2> : !tenon.tensor<[], i64>
  %r:2 = tenon.loop %n, %c (%x) room = [0] {{
  ^bb0(%i: !tenon.tensor<[], i64>, %p: X):
    %few = tenon.less %i, %three : !tenon.tensor<[], i64>, !tenon.tensor<[], i64> -> {OPEN}
    %h = tenon.if %few {{
      %j:3 = tenon.loop %i, %yes (%y) room = [3] {{
      ^bb0(%t: !tenon.tensor<[], i64>, %s: X):
        %a = tenon.add %s, %p : X, X -> {OPEN}
        %b = tenon.mul %a, %w : {OPEN}, {OPEN} -> {OPEN}
        {yields("%yes", "%b", "%s", types=["!tenon.tensor<[], i1>", OPEN, "X"])}
      }} : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (X) -> {OPEN}, {OPEN}, {OPEN}
      %all = tenon.reduce_sum %j#1 {{axes = array<i64: 0>}} : {OPEN} -> {OPEN}
      %sum = tenon.add %j#0, %all : {OPEN}, {OPEN} -> {OPEN}
      {yields("%sum", types=[OPEN])}
    }} else {{
      {yields("%p")}
    }} : {OPEN} -> {OPEN}
    %z = tenon.add %h, %p : {OPEN}, X -> {OPEN}
    {yields("%yes", "%z", types=["!tenon.tensor<[], i1>", OPEN])}
  }} : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (X) -> {OPEN}, {OPEN}
  %0 = tenon.neg %r#0 : {OPEN} -> {OPEN}
  %1 = tenon.neg %r#1 : {OPEN} -> {OPEN}
""",
    lambda x, y, c, n, k: nest(x, y, c, n),
)


def nest(x, y, c, n):
    p = x
    turns = max(n, 0) if c else 0
    for i in range(turns):
        h = p
        if i < 2:
            s, total = y, np.zeros_like(y)
            for _ in range(i):
                total = total + s
                s = (s + p) * W
            h = s + total
        p = h + p
    return [-p, -np.array([turns], np.int64)]


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def compile_case(number, level):
    body, function = CASES[number]
    stem = os.path.join(WORK, f"case{number}{level}")
    x = np.zeros((1, 4), np.float32)
    expected = function(x, x, True, 1, 5)
    names = [i for i, value in enumerate(expected) if value is not None]
    text = (
        f"{PARAMETERS}tenon.model @control(%x: X, %y: X, %c: !tenon.tensor<[], i1>, %n: !tenon.tensor<[], i64>, "
        f"%k: !tenon.tensor<[], i64>) {{\n  {body}  tenon.output {', '.join(f'%{i}' for i in names)} "
        f"[{', '.join(f'{chr(34)}{i}{chr(34)}' for i in names)}] : {', '.join([OPEN] * len(names))}\n}}\n"
    )
    with open(stem + ".mlir", "w") as file:
        file.write(text.replace("X", "!tenon.tensor<[batch, 4], f32>"))
    run(["model-opt", stem + ".mlir", "-o", stem, level])
    return stem


def check(number, level):
    stem = compile_case(number, level)
    random = np.random.default_rng(number)
    for batch, c, n, k in ((3, True, 3, 5), (2, False, 1, 3), (1, True, 0, 1), (0, True, 4, 100), (2, True, 12, 100)):
        x, y = random.random((2, batch, 4), np.float32) - np.float32(0.5)
        np.savez(stem + ".in.npz", x=x, y=y, c=np.bool_(c), n=np.int64(n), k=np.int64(k))
        run([stem, "--input", stem + ".in.npz", "--output", stem + ".npz"])
        got = np.load(stem + ".npz")
        for index, want in enumerate(CASES[number][1](x, y, c, n, k)):
            if want is None:
                continue
            have = got[str(index)]
            if have.dtype != want.dtype or have.shape != want.shape or not np.allclose(have, want, rtol=1e-4, atol=1e-5):
                sys.exit(f"case {number} {level}, batch {batch}, condition {c}, {n} turns, {k}; output {index}:\n"
                         f"{CASES[number][0]}\n{have}\nis not\n{want}")


os.makedirs(WORK, exist_ok=True)
for number in range(len(CASES)):
    for level in ("-O0", "-O2"):
        check(number, level)
