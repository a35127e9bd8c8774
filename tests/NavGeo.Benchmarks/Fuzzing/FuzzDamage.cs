using System.Globalization;
using System.Text;

namespace NavGeo.Benchmarks.Fuzzing;

/// <summary>Ways to damage a file, each by a seeded random generator.</summary>
internal static class FuzzDamage
{
    private static readonly string[] Words =
    [
        "-1", "0", "99999999999999999999", "1e308", "-1e308", "NaN", "", "2147483648", "9223372036854775807", "\"", ";", ",", "\0", "æøå", "null", "{", "[",
        "LINESTRING (0 0, 1e300 1e300)", "LINESTRING EMPTY", "<", "&", "0.0000000001", "-180", "true", "\r\n\r\n",
    ];

    /// <summary>One to four damages, one after the other.</summary>
    public static byte[] Of(byte[] sample, SplitMix random, bool isText)
    {
        byte[] bytes = [.. sample];
        int times = 1 + random.Below(4);
        for (int i = 0; i < times && bytes.Length > 0; i++) bytes = isText && random.Below(3) > 0 ? Text(bytes, random) : Binary(bytes, random);
        return bytes;
    }

    private static byte[] Binary(byte[] bytes, SplitMix random)
    {
        int at = random.Below(bytes.Length);
        int length = Math.Min(bytes.Length - at, 1 + random.Below(1 << random.Below(12)));
        switch (random.Below(9))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Below(8));
                return bytes;
            case 1:
                bytes[at] = (byte)random.Below(256);
                return bytes;
            case 2:
                return bytes[..at];
            case 3:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 4:
                return [.. bytes[..(at + length)], .. bytes[at..]];
            case 5:
                int other = random.Below(bytes.Length);
                length = Math.Min(length, bytes.Length - other);
                Array.Copy(bytes, other, bytes, at, Math.Min(length, bytes.Length - at));
                return bytes;
            case 6:
                for (int i = 0; i < length; i++) bytes[at + i] = 0xFF;
                return bytes;
            case 7:
                for (int i = 0; i < length; i++) bytes[at + i] = (byte)random.Below(256);
                return bytes;
            default:
                return bytes.Length < 50_000 ? [.. bytes, .. bytes] : bytes[..at];
        }
    }

    private static byte[] Text(byte[] bytes, SplitMix random)
    {
        byte[] word = Encoding.UTF8.GetBytes(Words[random.Below(Words.Length)]);
        int at = random.Below(bytes.Length);
        int end = at;
        switch (random.Below(4))
        {
            case 0:
                // A number becomes another one.
                while (at < bytes.Length && !char.IsAsciiDigit((char)bytes[at])) at++;
                end = at;
                while (end < bytes.Length && char.IsAsciiDigit((char)bytes[end])) end++;
                if (random.Below(2) == 0) word = Encoding.UTF8.GetBytes(random.Below(int.MaxValue).ToString(CultureInfo.InvariantCulture));
                break;
            case 1:
                // A field or line becomes a word.
                while (end < bytes.Length && !(bytes[end] is (byte)',' or (byte)';' or (byte)'\n' or (byte)' ' or (byte)'"')) end++;
                break;
            case 2:
                // A line stands elsewhere too.
                while (at > 0 && bytes[at - 1] != '\n') at--;
                while (end < bytes.Length && bytes[end] != '\n') end++;
                word = bytes[at..Math.Min(end + 1, bytes.Length)];
                at = end = random.Below(bytes.Length);
                break;
            default:
                break;
        }
        return [.. bytes[..at], .. word, .. bytes[end..]];
    }
}
