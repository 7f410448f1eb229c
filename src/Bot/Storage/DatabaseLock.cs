namespace Bot.Storage;

/// <summary>
/// Keeps a second bot from the same file: both would send what waits in it. The lock is the process's own, so that it ends
/// with it, however that ends.
/// </summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly FileStream held;

    private DatabaseLock(FileStream held) => this.held = held;

    /// <exception cref="InvalidDataException">Another process holds it, or the file beside the database cannot be written.</exception>
    public static DatabaseLock Take(string databaseFile)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(databaseFile))!;
        if (!Directory.Exists(folder)) throw new InvalidDataException($"there is no folder '{folder}'");
        try
        {
            return new DatabaseLock(new FileStream(databaseFile + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault)
        {
            throw new InvalidDataException("another bot is running on it: stop that one, or give this one a file of its own", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new InvalidDataException($"the bot may not write to the folder '{folder}'", fault);
        }
    }

    public void Dispose() => held.Dispose();
}
