// How the scripts of the cases ask the server.

/**
 * The status with what was told, where something was; status 0 when nobody answered, 401 when the session is over. Fields
 * are sent as a form, json as it is.
 */
export async function ask(method, path, proof, { fields, json, leaving = false } = {}) {
  try {
    const answer = await fetch(path, {
      method,
      keepalive: leaving,
      cache: "no-store",
      redirect: "manual",
      headers: { "X-Infolinia-Proof": proof, Accept: "application/json", ...(json ? { "Content-Type": "application/json" } : {}) },
      body: json ? JSON.stringify(json) : fields ? new URLSearchParams(fields) : undefined,
    });
    // A page of another session's proof is as good as signed out.
    if (answer.type === "opaqueredirect" || answer.status === 403) return { status: 401 };
    return { status: answer.status, told: [200, 409].includes(answer.status) ? await answer.json() : null };
  } catch {
    return { status: 0 };
  }
}
