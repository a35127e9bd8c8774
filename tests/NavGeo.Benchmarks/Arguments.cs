using System.Globalization;

namespace NavGeo.Benchmarks;

/// <summary>Options of the measuring program: <c>--name value</c>.</summary>
internal sealed class Arguments(string[] values)
{
    public bool Has(string name) => Array.IndexOf(values, name) >= 0;

    public string? Find(string name)
    {
        int at = Array.IndexOf(values, name);
        return at >= 0 && at + 1 < values.Length ? values[at + 1] : null;
    }

    /// <exception cref="UsageException">It is not given.</exception>
    public string Required(string name) => Find(name) ?? throw new UsageException($"{name} is missing");

    /// <exception cref="UsageException">It is no whole number.</exception>
    public int Whole(string name, int otherwise)
    {
        if (Find(name) is not { } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw new UsageException($"{name} {text} is not a whole number");
    }
}
