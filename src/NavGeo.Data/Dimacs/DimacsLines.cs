using NavGeo.Data.Formats.Packed;
using NavGeo.Data.Input;

namespace NavGeo.Data.Dimacs;

/// <summary>
/// The lines of a DIMACS file, plain or gzipped, a buffer at a time: a letter and what stands behind it. Not safe for
/// several threads.
/// </summary>
internal sealed class DimacsLines(InputFile file) : IDisposable
{
    private readonly Stream stream = GzipReader.OpenPlain(file);
    private readonly byte[] buffer = new byte[1 << 18];
    private int at;
    private int end;
    private int line;
    private int current = '\n';

    /// <summary>First character of the line.</summary>
    public char Kind { get; private set; }

    /// <summary>Line number, from 1.</summary>
    public string Place => line.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => stream.Dispose();

    /// <summary>Goes to the next line that is not empty.</summary>
    public bool NextLine()
    {
        while (current is not '\n' and not -1) Next();
        while (current != -1)
        {
            line++;
            Next();
            while (current is ' ' or '\t' or '\r') Next();
            if (current is '\n') continue;
            if (current == -1)
            {
                // What ended the last line starts no further one.
                line--;
                return false;
            }
            Kind = (char)current;
            Next();
            // A word that merely starts with the letter is no line of that kind.
            if (current is not (' ' or '\t' or '\r' or '\n' or -1) && Kind != 'c') Kind = '?';
            return true;
        }
        return false;
    }

    public bool SkipWord(string word)
    {
        while (current is ' ' or '\t') Next();
        foreach (char letter in word)
        {
            if (current != letter) return false;
            Next();
        }
        return current is ' ' or '\t';
    }

    public bool TryNumber(out long number)
    {
        number = 0;
        while (current is ' ' or '\t') Next();
        bool negative = current == '-';
        if (negative) Next();
        int digits = 0;
        while (current is >= '0' and <= '9')
        {
            if (++digits > 18) return false;
            number = number * 10 + (current - '0');
            Next();
        }
        if (negative) number = -number;
        return digits > 0 && current is ' ' or '\t' or '\r' or '\n' or -1;
    }

    private void Next()
    {
        if (at == end && !Fill())
        {
            current = -1;
            return;
        }
        current = buffer[at++];
    }

    private bool Fill()
    {
        at = 0;
        end = stream.Read(buffer, 0, buffer.Length);
        return end > 0;
    }
}
