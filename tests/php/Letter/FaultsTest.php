<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Letter;

use Closure;
use OCA\Reseau\Letter\LetterJob;
use OCA\Reseau\Letter\LetterMail;
use OCA\Reseau\Letter\LetterMapper;
use OCA\Reseau\Letter\PostLetters;
use OCA\Reseau\Letter\PreviewLetter;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Tests\Delivery\FaultyMailer;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;
use OCP\IUserManager;
use OCP\Mail\IMessage;
use PHPUnit\Framework\Attributes\Group;
use Psr\Log\LoggerInterface;
use ReflectionProperty;
use RuntimeException;
use Sandbox\Service\Mailer;

/** Sending while things go wrong: runs that end at any moment, and mail servers that refuse. */
#[Group('databases')]
class FaultsTest extends LetterTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->subscribe('odile', 'linh');
		$this->subscribeKept($this->cards['jeanne']);
		$this->subscribeOutside('paul@example.org');
		$this->notice('odile', 'Un four');
	}

	/**
	 * A run is killed before each of its statements, and before and after each mail is out: each recipient gets the letter at most once, and one who is not
	 * recorded as having it may have got it. A mail that was never recorded as begun is never in doubt.
	 */
	public function testARunIsKilledAtEveryStep(): void {
		$doubts = $steps = 0;
		do {
			$letter = $this->waiting("Lettre $steps");
			$ended = $this->killed($steps);
			// Until the lease of the killed run has expired, no other run sends.
			$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 1000);
			$this->runJob();
			$states = $this->states($letter);
			$got = $this->got("Lettre $steps");
			self::assertCount(4, $states);
			self::assertSame([], array_diff($states, [LetterMail::SENT, LetterMail::PERHAPS]), "step $steps");
			self::assertLessThanOrEqual(1, max($got ?: [0]), "nobody has it twice, step $steps");
			$sent = array_keys($states, LetterMail::SENT, true);
			$perhaps = array_keys($states, LetterMail::PERHAPS, true);
			self::assertLessThanOrEqual(1, count($perhaps), "only the mail of that moment is in doubt, step $steps");
			self::assertGreaterThanOrEqual(count($sent), array_sum($got), "everyone recorded as having it has it, step $steps");
			self::assertLessThanOrEqual(4, array_sum($got));
			self::assertSame('sent', $this->data('GET', "/letters/$letter/sending", 'fanny')['state']);
			$doubts += count($perhaps);
			if ($perhaps !== []) {
				// Only a facilitator sends it to them again.
				$this->runJob();
				self::assertSame($got, $this->got("Lettre $steps"));
				self::assertSame('sent', $this->data('POST', "/letters/$letter/sending/again", 'fanny', ['state' => 'perhaps'])['state']);
				self::assertSame(array_sum($got) + 1, array_sum($this->got("Lettre $steps")));
			}
			$steps++;
		} while (!$ended);
		self::assertGreaterThan(30, $steps, 'each step was one of the run');
		self::assertGreaterThan(8, $doubts);
	}

	/** A second run begins at each step of another: whichever sends it, each reader gets one mail. */
	public function testASecondRunBeginsAtEveryStep(): void {
		$steps = 0;
		$db = $this->kernel->get(IDBConnection::class);
		do {
			$this->waiting("Deux $steps");
			$reached = false;
			$step = 0;
			$db->watch = function () use (&$step, &$reached, $steps, $db): void {
				if ($step++ === $steps) {
					$reached = true;
					$db->watch = null;
					$this->kernel->get(PostLetters::class)->run(60);
				}
			};
			$this->runJob();
			$db->watch = null;
			self::assertSame([1, 1, 1, 1], array_values($this->got("Deux $steps")), "step $steps");
			$steps++;
		} while ($reached);
		self::assertGreaterThan(30, $steps);
	}

	public function testOneAddressIsRefused(): void {
		$letter = $this->waiting('Refus');
		$this->kernel->runJob(LetterJob::class, [$this->mailer(['linh@example.org'])]);
		$report = $this->data('GET', "/letters/$letter/sending", 'fanny');
		self::assertSame(['sent', 3, 1], [$report['state'], $report['counts']['sent'], $report['counts']['refused']]);
		self::assertSame([['name' => 'Linh', 'reason' => 'not_accepted']], $report['refused']);
		self::assertSame(['linh'], $this->refusedAccounts());
		$this->assertRefused(409, 'nobody_left', 'POST', "/letters/$letter/sending/again", 'fanny', ['state' => 'perhaps']);
		$this->assertRefused(400, 'unknown_state', 'POST', "/letters/$letter/sending/again", 'fanny', ['state' => 'sent']);
		self::assertSame(4, $this->data('POST', "/letters/$letter/sending/again", 'fanny', ['state' => 'refused'])['counts']['sent']);
		self::assertSame([1, 1, 1, 1], array_values($this->got('Refus')));
		self::assertSame([], $this->refusedAccounts(), 'it was taken this time');
	}

	public function testTheReportNamesAllRefusedPeoplePageByPage(): void {
		foreach (range(1, 250) as $n) {
			$this->subscribeOutside("personne$n@example.org", "Personne $n");
		}
		$letter = $this->waiting('Beaucoup');
		$this->kernel->get(IDBConnection::class)->executeStatement("UPDATE `*PREFIX*reseau_letter_mails` SET state = 'refused', reason = 'not_accepted' WHERE letter_id = ?", [$letter]);
		$named = [];
		for ($after = 0; $after !== null; $after = $report['next']['refused']) {
			$report = $this->data('GET', "/letters/$letter/sending?after=$after", 'fanny');
			self::assertLessThanOrEqual(100, count($report['refused']));
			self::assertSame([[], null], [$report['perhaps'], $report['next']['perhaps']]);
			array_push($named, ...$report['refused']);
		}
		self::assertCount($report['counts']['refused'], array_unique(array_column($named, 'name')));
		self::assertCount($report['counts']['refused'], $named);
		self::assertSame(['not_accepted'], array_values(array_unique(array_column($named, 'reason'))));
	}

	public function testAnAddressThatIsNone(): void {
		$this->subscribeOutside('pas une adresse');
		$letter = $this->waiting('Sans arobase');
		$this->runJob();
		self::assertSame([['name' => '', 'reason' => 'bad_address']], $this->data('GET', "/letters/$letter/sending", 'fanny')['refused']);
	}

	/** Nextcloud calls a server that took a mail and did not answer in time a refusal, too. */
	public function testAServerThatAnswersTooLate(): void {
		$letter = $this->waiting('Lenteur');
		$slow = new class($this->folder(), $this->kernel->clock) extends Mailer {
			public function send(IMessage $message): array {
				parent::send($message);
				sleep(4);
				return ['somebody'];
			}
		};
		$this->kernel->runJob(LetterJob::class, [$slow]);
		$report = $this->data('GET', "/letters/$letter/sending", 'fanny');
		self::assertSame([4, 0, 0], [$report['counts']['perhaps'], $report['counts']['refused'], $report['counts']['sent']]);
		self::assertSame('no_answer', $report['perhaps'][0]['reason']);
		self::assertSame([], $this->refusedAccounts());
		$this->runJob();
		self::assertSame([1, 1, 1, 1], array_values($this->got('Lenteur')), 'it is not sent again by itself');
	}

	public function testOneThatWasStoppedDoesNotGoOnWithWhatWasRefused(): void {
		$letter = $this->waiting('Arrêtée');
		$this->kernel->get(IDBConnection::class)->executeStatement("UPDATE `*PREFIX*reseau_letter_mails` SET state = 'refused', reason = 'not_accepted' WHERE letter_id = $letter AND id = (SELECT MIN(m.id) FROM (SELECT id FROM `*PREFIX*reseau_letter_mails` WHERE letter_id = $letter) m)");
		$this->data('DELETE', "/letters/$letter/sending", 'fanny');
		$report = $this->data('POST', "/letters/$letter/sending/again", 'fanny', ['state' => 'refused']);
		self::assertSame(['stopped', 4], [$report['state'], $report['counts']['waiting']]);
		$this->runJob();
		self::assertSame([], $this->got('Arrêtée'));
		self::assertSame(4, $this->data('PUT', "/letters/$letter/sending", 'fanny')['counts']['sent']);
	}

	public function testATestThatTheServerDoesNotTake(): void {
		$letter = $this->full();
		$this->posting($this->mailer(['fanny@example.org']));
		try {
			$this->kernel->get(PreviewLetter::class)->test($this->kernel->get(Viewers::class)->of('fanny'), $letter['id'], ['as' => 'account']);
			self::fail('It was sent');
		} catch (ReasonException $e) {
			self::assertSame('test_failed', $e->reason);
		}
		self::assertSame('draft', $this->data('GET', "/letters/{$letter['id']}", 'fanny')['state']);
	}

	public function testOneThatIsBeingSentIsStoppedBeforeItIsDeleted(): void {
		$letter = $this->waiting('Trop tôt');
		$this->assertRefused(409, 'letter_sending', 'DELETE', "/letters/$letter", 'fanny');
		$this->data('DELETE', "/letters/$letter/sending", 'fanny');
		$this->data('DELETE', "/letters/$letter", 'fanny');
		$this->runJob();
		self::assertSame([], $this->got('Trop tôt'));
	}

	/** A server that takes nothing is not asked for each of thousands. */
	public function testAServerThatTakesNoneStopsIt(): void {
		for ($i = 0; $i < 10; $i++) {
			$this->subscribeOutside("reader$i@example.org");
		}
		$letter = $this->waiting('Panne');
		$everybody = [...array_map(static fn (int $i): string => "reader$i@example.org", range(0, 9)), 'odile@example.org', 'linh@example.org', 'jeanne@example.org', 'paul@example.org'];
		$this->kernel->runJob(LetterJob::class, [$this->mailer($everybody, true)]);
		$report = $this->data('GET', "/letters/$letter/sending", 'fanny');
		self::assertSame(['stopped', 'mail_server', 5, 9], [$report['state'], $report['note'], $report['counts']['refused'], $report['counts']['waiting']]);
		self::assertSame([], $this->refusedAccounts(), 'it is not their addresses');
		$this->runJob();
		self::assertSame([], $this->kernel->mails(), 'it waits for a facilitator');
		$report = $this->data('PUT', "/letters/$letter/sending", 'fanny');
		self::assertSame(['sent', null, 9], [$report['state'], $report['note'], $report['counts']['sent']]);
	}

	/** Nor is it waited for in every run, where each mail takes as long as Nextcloud waits for an answer. */
	public function testAServerThatOnlyWaitsStopsItAsWell(): void {
		$letter = $this->waiting('Attente');
		$slow = new class($this->folder(), $this->kernel->clock) extends Mailer {
			public function send(IMessage $message): array {
				usleep(600_000);
				return ['refused'];
			}
		};
		$this->posting($slow)->run(1);
		$report = $this->data('GET', "/letters/$letter/sending", 'fanny');
		self::assertSame(['stopped', 'mail_server', 2], [$report['state'], $report['note'], $report['counts']['waiting']]);
	}

	public function testOneThatFailsHoldsUpNoOther(): void {
		$letters = [$this->waiting('Une'), $this->waiting('Deux')];
		$db = $this->kernel->get(IDBConnection::class);
		$failed = false;
		$step = 0;
		$db->watch = static function () use (&$failed, &$step): void {
			if ($step++ === 4) {
				$failed = true;
				throw new RuntimeException('a fault');
			}
		};
		$this->runJob();
		$db->watch = null;
		self::assertTrue($failed);
		self::assertEqualsCanonicalizing(['sending', 'sent'], array_map(fn (int $id): string => $this->data('GET', "/letters/$id/sending", 'fanny')['state'], $letters));
		$this->runJob();
		self::assertSame([[1, 1, 1, 1], [1, 1, 1, 1]], array_map(fn (string $title): array => array_values($this->got($title)), ['Une', 'Deux']));
	}

	/** What Nextcloud keeps of thousands of accounts does not fit into one run; an address that was refused at its end is known to be. */
	public function testARunEndsBeforeItsMemoryDoes(): void {
		for ($i = 0; $i < 60; $i++) {
			$this->subscribeOutside("reader$i@example.org");
		}
		$letter = $this->waiting('Longue');
		$this->posting($this->mailer(['reader45@example.org']))->run(60, bytes: -PHP_INT_MAX);
		$report = $this->data('GET', "/letters/$letter/sending", 'fanny');
		self::assertSame(['sending', 49, 1, 14], [$report['state'], $report['counts']['sent'], $report['counts']['refused'], $report['counts']['waiting']]);
		self::assertSame([''], array_map(strval(...), $this->refusedAccounts()), 'who has no account');
		$this->runJob();
		self::assertSame('sent', $this->data('GET', "/letters/$letter/sending", 'fanny')['state']);
	}

	public function testLeavingWhileTheMailIsHandedOverComesTooLate(): void {
		$letter = $this->waiting('Adieu');
		$left = false;
		$this->kernel->runJob(LetterJob::class, [new FaultyMailer($this->kernel, $this->folder(), meanwhile: function () use (&$left): void {
			if (!$left) {
				$left = true;
				$this->leave('linh');
			}
		})]);
		self::assertArrayNotHasKey('linh@example.org', $this->got('Adieu'));
		self::assertSame(1, $this->data('GET', "/letters/$letter/sending", 'fanny')['counts']['left']);
	}

	/** @return int number of a letter whose readers are written down, and which nobody has begun to send */
	private function waiting(string $title): int {
		$letter = $this->full(['title' => $title, 'key' => $this->key()]);
		$this->kernel->resetLimits();
		$db = $this->kernel->get(IDBConnection::class);
		$db->executeStatement("UPDATE `*PREFIX*reseau_letters` SET lease_holder = 'other', lease_until = " . ($this->kernel->clock->getTime() + 600) . " WHERE id = {$letter['id']}");
		$this->send($letter);
		$this->kernel->get(LetterMapper::class)->release($letter['id'], 'other');
		return $letter['id'];
	}

	/** @return bool whether the run came to its end before that step */
	private function killed(int $at): bool {
		$step = 0;
		$dead = false;
		$live = static function () use (&$step, &$dead, $at): void {
			$dead = $dead || $step++ === $at;
			if ($dead) {
				throw new RuntimeException('killed');
			}
		};
		$db = $this->kernel->get(IDBConnection::class);
		try {
			$mailer = $this->mortal($live);
			$db->watch = $live;
			$this->kernel->runJob(LetterJob::class, [$mailer]);
		} catch (RuntimeException $e) {
			self::assertSame('killed', $e->getMessage());
		} finally {
			$db->watch = null;
		}
		return !$dead;
	}

	/** Killed just before a mail is out, or just after. */
	private function mortal(Closure $live): Mailer {
		return new class($this->folder(), $this->kernel->clock, $live) extends Mailer {
			public function __construct(
				string $folder,
				ITimeFactory $clock,
				private readonly Closure $live,
			) {
				parent::__construct($folder, $clock);
			}

			public function send(IMessage $message): array {
				($this->live)();
				$refused = parent::send($message);
				($this->live)();
				return $refused;
			}
		};
	}

	private function posting(Mailer $mailer): PostLetters {
		// Another request, whose services are not made yet.
		$this->data('GET', '/subscription', 'fanny');
		$this->kernel->container()->set(Outbox::class, new Outbox($mailer, $this->kernel->get(IUserManager::class), $this->kernel->get(LoggerInterface::class)));
		return $this->kernel->get(PostLetters::class);
	}

	private function folder(): string {
		return (new ReflectionProperty(Mailer::class, 'folder'))->getValue($this->kernel->get(Mailer::class));
	}

	/** @return list<string> accounts whose address the mail server is known to refuse */
	private function refusedAccounts(): array {
		return array_column($this->kernel->get(IDBConnection::class)->executeQuery('SELECT uid FROM `*PREFIX*reseau_subscribers` WHERE refused_hash IS NOT NULL ORDER BY uid')->fetchAll(), 'uid');
	}

	/** @param list<string> $refused */
	private function mailer(array $refused, bool $throws = false): FaultyMailer {
		return new FaultyMailer($this->kernel, $this->folder(), $refused, $throws);
	}

	/** @return array<string, int> how often each address got a letter */
	private function got(string $title): array {
		$got = [];
		foreach ($this->kernel->mails() as $mail) {
			if ($mail['subject'] === $title) {
				$address = (string)array_key_first($mail['to']);
				$got[$address] = ($got[$address] ?? 0) + 1;
			}
		}
		ksort($got);
		return $got;
	}
}
