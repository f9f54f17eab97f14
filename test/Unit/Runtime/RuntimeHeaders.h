//===- RuntimeHeaders.h - the C runtime's headers, for C++ ----------------===//
//
// The runtime is C and its headers stay plain; the tests wrap them here.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_UNIT_RUNTIME_RUNTIMEHEADERS_H
#define TENON_UNIT_RUNTIME_RUNTIMEHEADERS_H

#include <cstddef>
#include <cstdint>
#include <cstdio>

extern "C" {
#include "Arguments.h"
#include "Array.h"
#include "Crc32.h"
#include "Element.h"
#include "File.h"
#include "Inflate.h"
#include "Npy.h"
#include "Npz.h"
#include "Report.h"
#include "Suggest.h"
#include "Text.h"
#include "Zip.h"
#include "tenon/Runtime/Model.h"
}

#endif
