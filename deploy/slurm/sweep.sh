#!/usr/bin/env bash
# A sweep as a job array of Slurm: every task measures one share, the last job puts them together and ranks them.
#
#   deploy/slurm/sweep.sh CASE OVER SHARES RESULTS [options of navgeo sweep]
#   deploy/slurm/sweep.sh norge links 40 results --structures A,E
#
# NAVGEO is the program (navgeo on the path otherwise). A task that was stopped goes on where it was when the array is
# submitted again: scontrol requeue JOB, or this script once more with the same words.
set -euo pipefail
if [ $# -lt 4 ]; then
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
case=$(realpath "$1") over=$2 shares=$3 results=$4
shift 4
mkdir -p "$results"
results=$(realpath "$results")
navgeo=${NAVGEO:-navgeo}
options=$(printf '%q ' "$@")

array=$(sbatch --parsable --array="1-$shares" --cpus-per-task="${SWEEP_CPUS:-1}" --mem="${SWEEP_MEMORY:-0}" --requeue \
  --job-name="navgeo-$over" --output="$results/share-%a.log" --open-mode=append \
  --wrap "$navgeo sweep $(printf '%q' "$case") --over $over --shard \$SLURM_ARRAY_TASK_ID/$shares --threads \${SLURM_CPUS_PER_TASK:-1} -o $(printf '%q' "$results")/share-\$SLURM_ARRAY_TASK_ID.csv --quiet $options")
whole=$(sbatch --parsable --dependency="afterok:$array" --job-name="navgeo-$over-whole" --output="$results/whole.log" \
  --wrap "$navgeo sweep show $(printf '%q' "$results")/share-*.csv --merged $(printf '%q' "$results")/$over.parquet -o $(printf '%q' "$results")/ranking.csv")
echo "$array $whole"
