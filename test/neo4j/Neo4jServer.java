import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A throw-away Neo4j for tests: one process, one folder, Bolt on one loopback port.
 *
 * <p>Run by start.mjs as a single source file ({@code java -cp ... Neo4jServer.java FOLDER PORT}), because the
 * published jars have no server main class of their own. FOLDER holds a neo4j.conf and receives data and logs.
 */
public class Neo4jServer {
    /** start.mjs makes folders with this prefix; no other folder is ever deleted. */
    private static final String FOLDER_PREFIX = "jejak-neo4j-";

    /** A stop that takes longer is cut short: the data is thrown away in any case. */
    private static final long STOP_LIMIT_MS = 10_000;

    private static volatile DatabaseManagementService running;

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        SocketAddress address = new SocketAddress("127.0.0.1", Integer.parseInt(args[1]));

        // stdout carries the ready line and nothing else; start.mjs sends stderr to a file in the folder.
        PrintStream parent = System.out;
        System.setOut(System.err);

        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder), "stop"));
        // Before the database is built, so that a parent that dies during start-up takes this process along.
        stopWhenParentIsGone();

        try {
            running = new DatabaseManagementServiceBuilder(folder)
                    .loadPropertiesFromFile(folder.resolve("neo4j.conf"))
                    .setConfig(BoltConnector.enabled, true)
                    .setConfig(BoltConnector.listen_address, address)
                    // neo4j:// drivers follow the advertised address, so it must name the real port.
                    .setConfig(BoltConnector.advertised_address, address)
                    .build();
        } catch (Throwable failure) {
            failure.printStackTrace();
            // halt, not exit: the hook would delete the log that start.mjs is about to read.
            Runtime.getRuntime().halt(1);
        }
        parent.println("ready bolt://" + address);
        parent.flush();
        // The database's own threads keep the process alive from here on.
    }

    /** The end of stdin is the one sign of a dead parent that even kill -9 cannot prevent. */
    private static void stopWhenParentIsGone() {
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nothing is ever sent; only the end matters.
                }
            } catch (IOException broken) {
                // A broken pipe means the same as its end.
            }
            System.exit(0);
        }, "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void stop(Path folder) {
        Thread limit = new Thread(() -> {
            try {
                Thread.sleep(STOP_LIMIT_MS);
            } catch (InterruptedException ignored) {
                return;
            }
            Runtime.getRuntime().halt(2);
        }, "stop-limit");
        limit.setDaemon(true);
        limit.start();

        if (running != null) running.shutdown();
        // start.mjs deletes the folder too; this one is for the parent that was killed and cannot.
        if (folder.getFileName().toString().startsWith(FOLDER_PREFIX)) deleteAll(folder);
    }

    private static void deleteAll(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException | RuntimeException leftover) {
            // start.mjs may be deleting the same files; whatever stays is in the temporary folder.
        }
    }
}
