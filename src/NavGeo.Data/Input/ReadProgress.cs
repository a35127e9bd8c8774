namespace NavGeo.Data.Input;

/// <summary>How far a reader has come through its file.</summary>
/// <param name="Pass">Which time it goes through, from 1.</param>
/// <param name="Passes">How many times it will.</param>
/// <param name="Bytes">Bytes behind it in this pass.</param>
/// <param name="TotalBytes">Bytes of the file.</param>
public readonly record struct ReadProgress(int Pass, int Passes, long Bytes, long TotalBytes)
{
    /// <summary>Share of the whole work that is done, 0 to 1.</summary>
    public double Share => TotalBytes <= 0 ? 0 : Math.Clamp((Pass - 1 + (double)Bytes / TotalBytes) / Passes, 0, 1);
}
