"""Table tests, one file a finding kind: positive, boundary and near-miss rows in both languages."""
