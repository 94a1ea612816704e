using Microsoft.Data.Sqlite;

namespace Rectify.Benchmarks.Harness;

/// <summary>SQLite without anything of Rectify's in between, as durable as the write gate.</summary>
internal static class BareSql
{
    public static SqliteConnection Open(string file, string synchronous = "FULL")
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Run($"PRAGMA synchronous={synchronous}");
        return connection;
    }

    public static int Run(this SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public static List<T> Column<T>(this SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        List<T> column = [];
        while (reader.Read())
        {
            column.Add(reader.GetFieldValue<T>(0));
        }

        return column;
    }

    public static SqliteCommand Command(this SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
