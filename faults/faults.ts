import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Member } from './cluster.ts';
import type { Fault, FaultContext } from './fault.ts';

/** A leader's lease and the time to notice that it ran out, with room to spare. */
const BEYOND_LEASE_MS = 6_500;
const HOUR_MS = 3_600_000;
const LOOKS_AT_LEADERS = 5;

export const FAULTS: readonly Fault[] = [
  {
    name: 'kill', what: 'a process is killed (SIGKILL) and started again', databases: ['embedded', 'postgres'],
    async run({ cluster, choose, log, untilServed }) {
      const member = choose.pick(cluster.members);
      await member.end('SIGKILL');
      log(`killed ${member.name}`);
      const others = cluster.members.filter((one) => one !== member).map(({ url }) => url);
      if (others.length > 0) {
        await untilServed(others);
        log('the other one serves');
      }
      await member.start();
    },
  },
  {
    name: 'kill-leader', what: 'the process that looks after timers is killed; the other takes over', databases: ['postgres'],
    async run({ cluster, log }) {
      const leader = await findLeader(cluster.members);
      await leader.end('SIGKILL');
      log(`killed ${leader.name}, which led`);
      const heir = cluster.members.find((one) => one !== leader);
      while (await heir?.isLeader() === false) await pause(100);
      log(`${heir?.name ?? ''} leads`);
      await leader.start();
    },
  },
  {
    name: 'pause-leader', what: 'the leader is stopped (SIGSTOP) beyond its lease and goes on (SIGCONT)', databases: ['postgres'],
    async run(context) {
      const { cluster, log, hold } = context;
      const leader = await findLeader(cluster.members);
      leader.pause();
      log(`paused ${leader.name}, which led`);
      await hold(BEYOND_LEASE_MS);
      leader.resume();
      await lookForTwoLeaders(context);
      log(`${leader.name} goes on`);
    },
  },
  {
    name: 'pause', what: 'the only process is stopped (SIGSTOP) and goes on (SIGCONT)', databases: ['embedded'],
    async run({ cluster: { members: [member] }, log, hold }) {
      member?.pause();
      log('paused');
      await hold(BEYOND_LEASE_MS);
      member?.resume();
    },
  },
  {
    name: 'kill-database', what: 'PostgreSQL is killed (SIGKILL) and started again', databases: ['postgres'],
    async run({ cluster: { postgres }, choose, log, hold }) {
      await postgres?.kill();
      log('killed PostgreSQL');
      await hold(choose.between(500, 2_500));
      await postgres?.start();
      log('PostgreSQL runs again');
    },
  },
  {
    name: 'cut', what: 'every connection of a process to the database is reset', databases: ['postgres'],
    async run({ cluster, choose, log, hold }) {
      const member = choose.pick(cluster.members);
      for (const reset of ['at once', 'again']) {
        member.databaseLine?.cut();
        log(`cut ${member.name} from the database, ${reset}`);
        await hold(choose.between(100, 500));
      }
    },
  },
  {
    name: 'refuse', what: 'a process cannot connect to the database for a while', databases: ['postgres'],
    async run({ cluster, choose, log, hold }) {
      const member = choose.pick(cluster.members);
      member.databaseLine?.refuse();
      log(`the database refuses ${member.name}`);
      await hold(choose.between(1_000, 6_000));
      member.databaseLine?.pass();
    },
  },
  {
    name: 'half-open-database', what: 'nothing arrives any more between a process and the database, and nobody is told', databases: ['postgres'],
    async run({ cluster, choose, log, hold }) {
      const member = choose.pick(cluster.members);
      member.databaseLine?.swallow();
      log(`swallowed what ${member.name} and the database say`);
      await hold(choose.between(2_000, 8_000));
      // Who dials anew gets through; what was connected stays dead until it is given up.
      member.databaseLine?.pass();
    },
  },
  {
    name: 'slow-database', what: 'everything between a process and the database takes longer', databases: ['postgres'],
    async run({ cluster, choose, log, hold }) {
      const member = choose.pick(cluster.members);
      const ms = Math.round(choose.between(20, 150));
      member.databaseLine?.slow(ms);
      log(`${ms} ms later each way for ${member.name}`);
      await hold(6_000);
      member.databaseLine?.pass();
    },
  },
  {
    name: 'half-open-clients', what: 'clients of a process vanish from the network without a word, and it from theirs', databases: ['embedded', 'postgres'],
    async run({ cluster, choose, log, hold }) {
      const member = choose.pick(cluster.members);
      member.line.swallow();
      log(`swallowed what ${member.name} and its clients say`);
      await hold(choose.between(1_000, 3_000));
      member.line.pass();
    },
  },
  {
    name: 'rolling-restart', what: 'every process is ended (SIGTERM) and started again, one after the other', databases: ['embedded', 'postgres'],
    async run({ cluster, log, report, untilServed }) {
      for (const member of cluster.members) {
        const code = await member.end('SIGTERM');
        if (code !== 0) report({ kind: 'not served', detail: `${member.name} ended with ${String(code)} on SIGTERM` });
        log(`${member.name} ended`);
        await member.start();
        await untilServed([member.url]);
        log(`${member.name} was restarted`);
      }
    },
  },
  {
    name: 'disk-full', what: 'the disk of the embedded database is full for a while', databases: ['embedded'], needs: { diskMb: 64 },
    run: fillDisk,
  },
  {
    name: 'clock', what: 'the clock of a process jumps ahead by an hour, then back by two', databases: ['embedded', 'postgres'], needs: { shiftsClock: true },
    async run({ cluster, choose, log, hold }) {
      const member = choose.pick(cluster.members);
      for (const hours of [1, -1, 0]) {
        await member.shiftClock(hours * HOUR_MS);
        log(`the clock of ${member.name} shows ${hours} h too much`);
        await hold(6_000);
      }
    },
  },
];

/** Refused writes are told as what they are; what was acknowledged stays; with room again, it goes on. */
async function fillDisk({ cluster: { folder }, load: { measures }, log, report, hold }: FaultContext): Promise<void> {
  const ballast = join(folder, 'ballast');
  const { bavail, bsize } = await statfs(folder);
  // In pieces, as the last bytes are the server's to fight for.
  await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch(() => undefined);
  const refusals = (code: string): number => [...measures.counts].filter(([what]) => what.startsWith('contact:') && what.includes(code)).reduce((sum, [, times]) => sum + times, 0);
  const [unavailable, internal] = [refusals('unavailable'), refusals('internal')];
  log('the disk is full');
  await hold(5_000);
  const [refused, broken] = [refusals('unavailable') - unavailable, refusals('internal') - internal];
  log(`${refused + broken} writes were refused`);
  if (refused + broken === 0) report({ kind: 'wrong error', detail: 'no write was refused: the disk was not full' });
  if (broken > 0) report({ kind: 'wrong error', detail: `${broken} writes were refused as "internal"; expected "unavailable"` });
  await rm(ballast);
  log('there is room again');
}

async function findLeader(members: readonly Member[]): Promise<Member> {
  for (;;) {
    for (const member of members) if (await member.isLeader()) return member;
    await pause(100);
  }
}

/** Right after somebody woke: from the first moment on it must know that another leads. */
async function lookForTwoLeaders({ cluster: { members }, report }: FaultContext): Promise<void> {
  for (let look = 0; look < LOOKS_AT_LEADERS; look++) {
    const leading = await Promise.all(members.map((member) => member.isLeader()));
    if (leading.every((one) => one === true)) report({ kind: 'two leaders', detail: members.map(({ name }) => name).join(' and ') });
    await pause(25);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}
