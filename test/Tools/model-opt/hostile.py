# RUN: rm -rf %t && mkdir %t && %python %s %t
# RUN: not model-opt --check %t/nested.mlir 2>&1 | FileCheck %s --check-prefix=NESTED
# RUN: not model-opt --check %t/signs.mlir 2>&1 | FileCheck %s --check-prefix=SIGNS
# RUN: not model-opt --check %t/digits.mlir 2>&1 | FileCheck %s --check-prefix=DIGITS
# RUN: not model-opt --check %t/shared.mlir 2>&1 | FileCheck %s --check-prefix=SHARED
"""Texts that would keep MLIR's parser busy for ever, or end its stack."""

import pathlib
import sys

OUT = pathlib.Path(sys.argv[1])

# NESTED: error[E0810]: the text is nested more than 400 deep
# NESTED-NEXT: nested.mlir:1:3208
(OUT / "nested.mlir").write_text("module {" * 20000 + "}" * 20000)

# SIGNS: error[E0810]: the text is nested more than 400 deep
(OUT / "signs.mlir").write_text("module attributes {t.m = affine_map<(d0) -> (" + "- " * 50000 + "d0)>} {}")

# DIGITS: error[E0810]: a number has more than 1000 digits
(OUT / "digits.mlir").write_text("module attributes {t.x = " + "9" * 100000 + " : i64} {}")

# Each attribute holds the one before twice, so printing the last takes 2^60
# steps.
# SHARED: error[E0308]: {{.*}} can only contain attributes with dialect-prefixed names
lines = ["#a0 = [1]"] + [f"#a{i + 1} = [#a{i}, #a{i}]" for i in range(60)]
(OUT / "shared.mlir").write_text("\n".join(lines) + "\nmodule attributes {a = #a60} {}\n")
