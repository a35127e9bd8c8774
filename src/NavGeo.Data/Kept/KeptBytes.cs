using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Kept;

/// <summary>Writes a part as the machine has it in memory: it is read by the same program only.</summary>
public sealed class KeptWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <summary>A number.</summary>
    public void Whole(long value) => bytes.Write((ReadOnlySpan<byte>)BitConverter.GetBytes(value));

    /// <summary>A decimal.</summary>
    public void Decimal(double value) => bytes.Write((ReadOnlySpan<byte>)BitConverter.GetBytes(value));

    /// <summary>A text; null stays null.</summary>
    public void Text(string? text)
    {
        if (text is null) Whole(-1);
        else Column<byte>(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>A column of plain values.</summary>
    public void Column<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Whole(values.Length);
        bytes.Write(MemoryMarshal.AsBytes(values));
    }

    /// <summary>A list.</summary>
    public void Each<T>(IReadOnlyList<T> values, Action<T> write)
    {
        Whole(values.Count);
        foreach (T value in values) write(value);
    }

    /// <summary>Findings; false where a phrase has a value of a kind that is not known here, and nothing can be kept.</summary>
    public bool Findings(IReadOnlyList<Finding> findings)
    {
        if (!findings.All(f => IsKnown(f.Problem) && IsKnown(f.Remedy))) return false;
        Each(findings, f =>
        {
            Whole((long)f.Severity);
            Text(f.File);
            Text(f.Place);
            Value(f.Problem);
            Value(f.Remedy);
        });
        return true;
    }

    /// <summary>All that was written.</summary>
    public byte[] ToBytes() => bytes.WrittenSpan.ToArray();

    private static bool IsKnown(object value) => value is string or int or long or double || (value is Phrase phrase && phrase.Values.All(IsKnown));

    private void Value(object value)
    {
        switch (value)
        {
            case string text:
                Whole(KeptReader.TextValue);
                Text(text);
                break;
            case int whole:
                Whole(KeptReader.IntValue);
                Whole(whole);
                break;
            case long whole:
                Whole(KeptReader.LongValue);
                Whole(whole);
                break;
            case double number:
                Whole(KeptReader.DoubleValue);
                Decimal(number);
                break;
            case Phrase phrase:
                Whole(KeptReader.PhraseValue);
                Text(phrase.Key);
                Each(phrase.Values, Value);
                break;
        }
    }
}

/// <summary>Reads what <see cref="KeptWriter"/> wrote, in the same order.</summary>
/// <param name="bytes">A whole part.</param>
public sealed class KeptReader(ReadOnlyMemory<byte> bytes)
{
    internal const long TextValue = 0, IntValue = 1, LongValue = 2, DoubleValue = 3, PhraseValue = 4;

    private int at;

    /// <summary>A number.</summary>
    public long Whole() => BitConverter.ToInt64(Take(sizeof(long)).Span);

    /// <summary>A decimal.</summary>
    public double Decimal() => BitConverter.ToDouble(Take(sizeof(double)).Span);

    /// <summary>A text, or null.</summary>
    public string? Text() => Whole() is >= 0 and var length ? Encoding.UTF8.GetString(Take((int)length).Span) : null;

    /// <summary>A text that is not null.</summary>
    public string Word() => Text()!;

    /// <summary>A column.</summary>
    public T[] Column<T>()
        where T : unmanaged
    {
        var values = new T[Whole()];
        Span<byte> target = MemoryMarshal.AsBytes(values.AsSpan());
        Take(target.Length).Span.CopyTo(target);
        return values;
    }

    /// <summary>The bytes of a column, not copied.</summary>
    public ReadOnlyMemory<byte> Bytes() => Take((int)Whole());

    /// <summary>A list.</summary>
    public T[] Each<T>(Func<T> read)
    {
        var values = new T[Whole()];
        for (int i = 0; i < values.Length; i++) values[i] = read();
        return values;
    }

    /// <summary>Findings.</summary>
    public Finding[] Findings() => Each(() => new Finding((Severity)Whole(), Word(), Text(), Phrase(), Phrase()));

    private Phrase Phrase() => (Phrase)Value();

    private object Value() => Whole() switch
    {
        TextValue => Word(),
        IntValue => (int)Whole(),
        LongValue => Whole(),
        DoubleValue => Decimal(),
        _ => new Phrase(Word(), Each(Value)),
    };

    private ReadOnlyMemory<byte> Take(int count)
    {
        ReadOnlyMemory<byte> taken = bytes.Slice(at, count);
        at += count;
        return taken;
    }
}
