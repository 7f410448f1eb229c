namespace BotApi.Simulator;

/// <summary>What a method is about to do in a chat.</summary>
internal enum ChatAccess
{
    Read,
    ReadMembers,
    Edit,
    Write,
}
