namespace NavGeo.Benchmarks.Fuzzing;

/// <summary>A reader to be fed with damaged files.</summary>
/// <param name="Name">What the command calls it.</param>
/// <param name="Extension">How its files end.</param>
/// <param name="Samples">Sound files to damage.</param>
/// <param name="Read">Reads a file and says how much it found; more work on what it read belongs here too.</param>
/// <param name="IsText">Whether damage should mostly be damage of text.</param>
/// <param name="Repair">Mends what a checksum would catch, so that the damage reaches what lies behind it.</param>
internal sealed record FuzzTarget(
    string Name, string Extension, byte[][] Samples, Func<string, long> Read, bool IsText = false, Func<byte[], byte[]>? Repair = null);
