#!/usr/bin/env python3
"""Holds what libcrosswalk.so exports against what its users may see.

usage: exports_test.py LIBRARY

Every exported name belongs to namespace crosswalk itself, not to one of the layers inside it, or to
the C interface, whose names are those of c_symbols.txt beside this file; what the public headers
declare is there; and the SONAME carries the version that may break.
"""
import pathlib
import re
import subprocess
import sys

LAYERS = "base|diagnostics|text|record|json|tabular|format|check|layout|conversion|mending|report|output|pipeline|api|capi"
PUBLIC = re.compile(r"^(?:typeinfo (?:name )?for |vtable for )?crosswalk::(?!(?:%s)::)\w" % LAYERS)
EXPECTED = ["validate", "convert", "repair", "detect", "open_file", "memory_source", "file_output", "stdout_output", "late_stdout_output",
            "folder_output", "read_manifest", "check_manifest", "Formats::embedded", "Formats::explain"]


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main():
    library = sys.argv[1]
    lines = output_of("nm", "-D", "-C", "--defined-only", library).splitlines()
    names = [line.split(" ", 2)[2] for line in lines]
    c_names = set(pathlib.Path(__file__).with_name("c_symbols.txt").read_text().split())
    faults = [f"exported: {name}" for name in names if name not in c_names and not PUBLIC.match(name)]
    faults += [f"not exported: {name}" for name in sorted(c_names - set(names))]
    faults += [f"not exported: {name}" for name in EXPECTED
               if not any(exported.startswith(f"crosswalk::{name}(") for exported in names)]
    if not re.search(r"SONAME\).*libcrosswalk\.so\.\d+\.\d+", output_of("readelf", "-d", library)):
        faults.append("the SONAME does not carry the version")
    print("\n".join(faults) or f"{len(names)} names, all public")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
