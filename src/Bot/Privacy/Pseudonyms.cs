using System.Security.Cryptography;

namespace Bot.Privacy;

/// <summary>
/// Names people in the tables without telling who they are: HMAC-SHA-256 of a person's id under a key that is made at the
/// first start and stands in a file beside the database, readable by its owner alone.
/// </summary>
internal sealed class Pseudonyms
{
    private const int KeyBytes = 32;

    /// <summary>Of the hash; more than enough to tell apart everybody on Telegram.</summary>
    private const int NameBytes = 16;

    private readonly byte[] key;

    private Pseudonyms(byte[] key) => this.key = key;

    /// <param name="isExpected">Whether the database was written under a key already.</param>
    /// <exception cref="InvalidDataException">The file is not the key's, is lost, or cannot be read or made.</exception>
    public static Pseudonyms Load(string databaseFile, bool isExpected = false)
    {
        var file = databaseFile + ".key";
        try
        {
            var isThere = File.Exists(file);
            if (!isThere && isExpected) throw new InvalidDataException($"its key '{file}' is missing, without which votes and /forget find nothing of before: put it back, or make an empty file of that name to begin with a new key");
            if (!isThere || new FileInfo(file).Length == 0) Make(file);
            var key = File.ReadAllBytes(file);
            return key.Length == KeyBytes ? new Pseudonyms(key) : throw new InvalidDataException($"its key '{file}' is damaged: put back the one that was made with it");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"its key '{file}' cannot be used: {fault.Message}", fault);
        }
    }

    public string Of(long person)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, BitConverter.GetBytes(person), hash);
        return Convert.ToHexStringLower(hash[..NameBytes]);
    }

    /// <summary>Written whole under another name first: a crash leaves no half of a key.</summary>
    private static void Make(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(file + ".new", options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            stream.Flush(flushToDisk: true);
        }
        File.Move(file + ".new", file, overwrite: true);
    }
}
