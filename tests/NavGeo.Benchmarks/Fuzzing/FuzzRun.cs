using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using NavGeo.Planning.Language;

namespace NavGeo.Benchmarks.Fuzzing;

/// <summary>
/// Feeds a reader with damaged files: it must read them or refuse them with an <see cref="InputException"/>, within
/// seconds and without asking for gigabytes. Case n of a seed is the same on every machine.
/// </summary>
internal sealed class FuzzRun(FuzzTarget target, ulong seed, string folder)
{
    /// <summary>A case that takes longer hangs, for files of some kilobytes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const long MostAllocatedBytes = 3L << 30;

    /// <summary>Cases the reader read in spite of the damage.</summary>
    public int Read { get; private set; }

    /// <summary>Cases it refused.</summary>
    public int Refused { get; private set; }

    /// <summary>What the case's file holds.</summary>
    public byte[] Case(int number)
    {
        var random = new SplitMix(seed * 1_000_003 + (ulong)number);
        byte[] bytes = FuzzDamage.Of(target.Samples[random.Below(target.Samples.Length)], random, target.IsText);
        return target.Repair is { } repair && random.Below(4) > 0 ? repair(bytes) : bytes;
    }

    /// <summary>Reads the undamaged samples; a sample that is refused would make every case worthless.</summary>
    /// <exception cref="InputException">A sample is not sound.</exception>
    public void RequireSound()
    {
        foreach (byte[] sample in target.Samples)
        {
            string path = Path.Combine(folder, "case" + target.Extension);
            File.WriteAllBytes(path, sample);
            target.Read(path);
        }
    }

    /// <summary>Runs one case.</summary>
    /// <returns>What went wrong; null where nothing did.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Every other exception is what is looked for.")]
    public string? Try(int number)
    {
        string path = Path.Combine(folder, "case" + target.Extension);
        File.WriteAllBytes(path, Case(number));
        var clock = Stopwatch.StartNew();
        long before = GC.GetTotalAllocatedBytes();
        try
        {
            target.Read(path);
            Read++;
        }
        catch (InputException)
        {
            Refused++;
        }
        catch (Exception problem)
        {
            return problem.ToString();
        }
        if (clock.Elapsed > Patience) return $"took {clock.Elapsed.TotalSeconds:0} s";
        long allocated = GC.GetTotalAllocatedBytes() - before;
        return allocated > MostAllocatedBytes ? $"allocated {allocated / 1_000_000} MB" : null;
    }
}
