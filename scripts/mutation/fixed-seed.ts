import fc from 'fast-check'

// A mutant that only some seeds find would be found by one run and not by the next. The first failure is enough: nobody
// reads the smallest one.
fc.configureGlobal({ seed: 4, endOnFailure: true })
