using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>What a fault of the database means and what to do about it, in words for whoever runs the bot.</summary>
internal static class DatabaseFault
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static string Explain(SqliteException fault) => fault.SqliteErrorCode switch
    {
        Busy or Locked => "the database is locked by another program; work goes on once it lets go",
        Full => "the disk is full; work goes on once there is room",
        Corrupt or NotADatabase => $"the database is damaged ({fault.Message}); stop the bot and put a sound copy of the file in its place",
        ReadOnly => "the database cannot be written: the file or its folder is read-only",
        InputOutput => $"the disk fails ({fault.Message})",
        CannotOpen => "the database cannot be opened: is its folder still there, and may the bot write to it?",
        _ => $"the database fails: {fault.Message}",
    };
}
