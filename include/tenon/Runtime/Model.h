/* The description that every compiled model carries, and the entry points of
 * the runtime that reads it. Plain C11; no dependency but libc and libm.
 *
 * A compiled model is one `tenon_model_info` in read-only data. Everything
 * about sizes that is not a constant is computed by two functions the compiler
 * emits (`evaluate`, `workspace_size`), so there is no interpreter here. */
#ifndef TENON_RUNTIME_MODEL_H
#define TENON_RUNTIME_MODEL_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define TENON_ABI_VERSION 2u

/* Element types. The values are part of the ABI; sizes in bytes in brackets. */
enum tenon_dtype {
  TENON_BOOL = 0, /* [1], 0 or 1 */
  TENON_I8 = 1,
  TENON_I16 = 2,
  TENON_I32 = 3,
  TENON_I64 = 4,
  TENON_U8 = 5,
  TENON_U16 = 6,
  TENON_U32 = 7,
  TENON_U64 = 8,
  TENON_F16 = 9,
  TENON_BF16 = 10,
  TENON_F32 = 11,
  TENON_F64 = 12
};

enum tenon_dim_kind {
  TENON_DIM_CONSTANT = 0,  /* `value` */
  TENON_DIM_SYMBOL = 1,    /* symbols[index]; an input with it binds it */
  /* expressions[index], computed by `evaluate`, and at most
   * expressions[value] before a run has decided its symbols */
  TENON_DIM_EXPRESSION = 2
};

/* One dimension of an input or output. */
typedef struct tenon_dim {
  uint32_t kind;
  uint32_t index;
  int64_t value;
  const char *text; /* as the user reads it: "batch", "2*seq + 1", "28" */
} tenon_dim;

/* One input or output: contiguous, row-major. */
typedef struct tenon_tensor_info {
  const char *name; /* the user's name */
  uint32_t dtype;
  uint32_t rank;
  const tenon_dim *dims;
} tenon_tensor_info;

enum tenon_symbol_kind {
  TENON_SYMBOL_INPUT = 0, /* known before a run, from the inputs' shapes */
  TENON_SYMBOL_DATA = 1   /* decided by a run, which stores it */
};

/* A named size. Bounds are inclusive; INT64_MAX means no upper bound. A size
 * that the data decides is at most expressions[limit]. */
typedef struct tenon_symbol_info {
  const char *name;
  int64_t lower;
  int64_t upper;
  uint32_t kind;
  uint32_t limit;
} tenon_symbol_info;

enum tenon_relation {
  TENON_EQUAL = 0,   /* lhs == rhs */
  TENON_AT_LEAST = 1, /* lhs >= rhs */
  TENON_DIVIDES = 2  /* lhs % rhs == 0, rhs > 0 */
};

/* What the compiler could not decide and the data must fulfil. `lhs` and `rhs`
 * index the expressions; `code` and `message` are those of the compiler. */
typedef struct tenon_constraint_info {
  uint32_t relation;
  uint32_t lhs;
  uint32_t rhs;
  uint32_t reserved;
  const char *code;     /* "E0102" */
  const char *message;  /* one sentence in the user's terms */
  const char *lhs_text; /* "a", "seq + 1" */
  const char *rhs_text;
} tenon_constraint_info;

/* One way in which the data can stop a run. */
typedef struct tenon_fault_info {
  const char *code;    /* "E0512" */
  const char *message; /* one sentence in the user's terms */
} tenon_fault_info;

typedef struct tenon_model_info {
  uint32_t abi_version;
  uint32_t input_count;
  uint32_t output_count;
  uint32_t symbol_count;
  uint32_t expression_count;
  uint32_t constraint_count;
  const char *name;
  const char *producer; /* "tenon 0.1.0" */
  const tenon_tensor_info *inputs;
  const tenon_tensor_info *outputs;
  const tenon_symbol_info *symbols;
  const tenon_constraint_info *constraints;
  /* All weights, packed in the order and alignment the code expects. */
  const void *weights;
  int64_t weights_size;
  /* Writes expression_count values from symbol_count values. */
  void (*evaluate)(const int64_t *symbols, int64_t *expressions);
  /* Bytes of scratch memory `run` needs (64-byte aligned), maybe 0;
   * negative when the size does not fit in 63 bits. */
  int64_t (*workspace_size)(const int64_t *symbols);
  /* Runs the model. Inputs and outputs in declaration order, contiguous and
   * row-major, each aligned to its element's size; weights 64-byte aligned.
   * Outputs have room for the most that their sizes can be; the symbols that
   * the data decides are stored by the run. Re-entrant, allocates nothing.
   * Returns 0, or the number of the fault that stopped it, counted from 1. */
  int32_t (*run)(const void *const *inputs, void *const *outputs,
                 const void *weights, void *workspace,
                 int64_t *symbols);
  const tenon_fault_info *faults;
  int64_t fault_count;
} tenon_model_info;

/* The command line of a compiled executable; returns the exit code. */
int tenon_main(int argc, char **argv, const tenon_model_info *model);

#ifdef __cplusplus
}
#endif
#endif
