package perennial.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose connections, statements and commits go through {@link CallFaults}. */
final class FaultyDatabase extends DelegatingDataSource {
    private final CallFaults faults;

    FaultyDatabase(DataSource real, CallFaults faults) {
        super(real);
        this.faults = faults;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return faults.database("connect", null, () -> {
                var real = super.getConnection();
                return proxy(Connection.class, real, (proxy, method, arguments) -> connection(real, method, arguments));
            });
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException(e);
        }
    }

    private @Nullable Object connection(Connection real, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("commit")) {
            return faults.database("commit", real, () -> invoke(real, method, arguments));
        }
        var result = invoke(real, method, arguments);
        if (result instanceof Statement statement && method.getReturnType() != Object.class) {
            var sql = arguments == null
                    ? ""
                    : String.valueOf(arguments[0]).strip().replaceAll("\\s+", " ");
            var type = statement instanceof PreparedStatement ? method.getReturnType() : Statement.class;
            return proxy(type, statement, (proxy, call, with) -> statement(real, statement, sql, call, with));
        }
        return result;
    }

    private @Nullable Object statement(
            Connection real, Statement statement, String sql, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (!method.getName().startsWith("execute")) return invoke(statement, method, arguments);
        return faults.database(
                sql.substring(0, Math.min(sql.length(), 90)), real, () -> invoke(statement, method, arguments));
    }

    private static <T> T proxy(Class<T> type, Object real, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(real.getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object real, Method method, @Nullable Object @Nullable [] arguments)
            throws Exception {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) throw cause;
            throw e;
        }
    }
}
