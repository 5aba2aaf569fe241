<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Library\LibraryFiles;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\Mail\WrittenMail;
use OCA\Reseau\Subscription\Reader;
use OCA\Reseau\Subscription\Subscriptions;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Sends the mails of letters, some at a time. Each is recorded before it is handed to the mail server, and again after: a mail between the two when
 * a run ends is never sent again automatically, so no one gets a letter twice. One run sends a letter at a time; stopping it takes effect at the next mail.
 */
class PostLetters {
	use Atomic;

	/** Mails for which passages and readers are read together: revoked content is in no mail after that. */
	private const AT_ONCE = 50;

	/** Seconds after which another run may continue; much longer than a mail takes. */
	private const LEASE = 900;

	/** Mails that could not be sent, with none accepted in between, after which the mail server counts as unavailable. */
	private const FAILURES = 5;

	/** Bytes that a run may use in addition: Nextcloud caches each account and its files. */
	private const MEMORY = 192 * 1024 * 1024;

	/** Nanoseconds after which a mail server has not refused a mail, but failed to answer. */
	private const SLOW = 3_000_000_000;

	/** The reasons why a mail is not sent: from Outbox::post(), and from here. */
	private const BAD_ADDRESS = 'bad_address';
	private const NOT_ACCEPTED = 'not_accepted';
	private const NO_ANSWER = 'no_answer';
	private const NOT_MADE = 'not_made';

	public function __construct(
		private readonly LetterMapper $letters,
		private readonly LetterItemMapper $items,
		private readonly LetterMailMapper $mails,
		private readonly Subscriptions $subscriptions,
		private readonly ReaderSight $sight,
		private readonly Passages $passages,
		private readonly Compose $compose,
		private readonly LetterMailText $text,
		private readonly LetterLinks $links,
		private readonly NoticeSlots $notices,
		private readonly OnlineLinks $online,
		private readonly LibraryFiles $files,
		private readonly Outbox $outbox,
		private readonly LinkTokens $tokens,
		private readonly ITimeFactory $clock,
		private readonly IDBConnection $db,
		private readonly LoggerInterface $logger,
	) {
	}

	/**
	 * @param int $seconds after which no mail is begun, since other jobs wait
	 * @param ?int $first the letter that a page waits for
	 * @param int $bytes of memory, after which no batch is begun either
	 */
	public function run(int $seconds, ?int $first = null, int $bytes = self::MEMORY): void {
		// Not by the clock, which may be set back.
		$end = hrtime(true) + $seconds * 1_000_000_000;
		$memory = memory_get_usage() + $bytes;
		$ids = $this->letters->idsSending();
		foreach (array_unique([...array_intersect([$first], $ids), ...$ids]) as $id) {
			$run = $this->tokens->make();
			if (hrtime(true) < $end && $this->letters->lease($id, $run, $this->clock->getTime(), self::LEASE)) {
				try {
					$this->mails->giveUp($id, $run);
					$this->send($id, $run, $end, $memory);
				} catch (Throwable $e) {
					// The other letters continue; the state of the mail that this run had begun is unknown from the next run on.
					$this->logger->error('Could not go on sending a letter', ['app' => 'reseau', 'exception' => $e]);
				} finally {
					$this->letters->release($id, $run);
				}
			}
		}
	}

	/**
	 * @param int $end hrtime(true) after which no mail is begun
	 * @param int $memory memory_get_usage() after which no batch is begun
	 */
	private function send(int $id, string $run, int $end, int $memory): void {
		$letter = $this->letters->find($id);
		$items = $this->items->findOf($id);
		$refused = [];
		$failures = 0;
		$takes = false;
		while ($letter !== null && $failures < self::FAILURES && hrtime(true) < $end && $this->letters->lease($id, $run, $this->clock->getTime(), self::LEASE)) {
			$waiting = $this->mails->findOf($id, LetterMail::WAITING, self::AT_ONCE);
			if ($waiting === []) {
				$this->end($id);
				continue;
			}
			$batch = $this->batch($letter, $items, $waiting);
			$accepted = [];
			foreach ($waiting as $mail) {
				$made = $this->made($letter, $mail, $batch);
				if (hrtime(true) >= $end || !$this->mails->begin($mail, $run)) {
					break;
				}
				[$state, $reason] = $made[0] instanceof WrittenMail ? $this->handedOver(...$made) : $made;
				$this->mails->finish($mail, $run, $state, $reason);
				if ($state === LetterMail::SENT) {
					$this->noteRefused($refused);
					$refused = [];
					$failures = 0;
					$accepted[] = $mail->getReaderId();
				} elseif ($reason === self::BAD_ADDRESS) {
					$this->noteRefused([$mail->getReaderId()]);
				} elseif ($reason !== null) {
					$failures++;
					array_push($refused, ...$reason === self::NOT_ACCEPTED ? [$mail->getReaderId()] : []);
				}
				if ($failures === self::FAILURES) {
					$this->letters->change($id, Letter::SENDING, Letter::STOPPED, $reason === self::NOT_MADE ? null : 'mail_server');
					break;
				}
			}
			$this->subscriptions->noteAccepted($accepted);
			$takes = $takes || $accepted !== [];
			// The cache of accounts and their files would grow with every reader.
			$this->files->forget();
			if (memory_get_usage() > $memory) {
				break;
			}
		}
		$this->noteRefused($takes && $failures < self::FAILURES ? $refused : []);
		if (!$takes && $failures > 1 && hrtime(true) >= $end) {
			// Each mail failed so slowly that there was no time for more of them.
			$this->letters->change($id, Letter::SENDING, Letter::STOPPED, 'mail_server');
		}
	}

	/** It is sent, unless a facilitator resends some mails at this moment. */
	private function end(int $id): void {
		$this->atomicAgain(function () use ($id): void {
			$this->letters->hold($id);
			if ($this->mails->findOf($id, LetterMail::WAITING, 1) === []) {
				$this->letters->change($id, Letter::SENDING, Letter::SENT);
			}
		}, $this->db);
	}

	/**
	 * The server accepts mails of others before and after: it refuses only these addresses.
	 *
	 * @param list<int> $readers
	 */
	private function noteRefused(array $readers): void {
		array_map($this->subscriptions->noteRefused(...), $readers);
	}

	/**
	 * The common data of the mails of a batch.
	 *
	 * @param list<LetterItem> $items
	 * @param list<LetterMail> $waiting
	 * @return array{readers: array<int, Reader>, viewers: array<int, Viewer>, passages: array<string, Passage>, items: list<LetterItem>, parts: array<string, array{html: string, text: string}>}
	 */
	private function batch(Letter $letter, array $items, array $waiting): array {
		$readers = array_column(array_map(static fn (Reader $reader): array => [$reader->id, $reader], $this->subscriptions->some(
			Recipients::listOf($letter),
			array_map(static fn (LetterMail $mail): int => $mail->getReaderId(), $waiting),
		)), 1, 0);
		$passages = $this->passages->read(Compose::about($items), $letter->getLanguage());
		$passages = array_diff_key($passages, array_flip(Compose::changed($items, $passages)));
		return ['readers' => $readers, 'viewers' => $this->sight->viewers(array_values($readers), $passages), 'passages' => $passages, 'items' => $items, 'parts' => []];
	}

	/**
	 * Everything that can fail before a mail is handed over, while nothing is written yet.
	 *
	 * @param array<string, mixed> $batch its `parts` are kept for the next mail
	 * @return array{WrittenMail, string, string}|array{string, ?string} the mail, its address and the name; or the state without a mail, and why
	 */
	private function made(Letter $letter, LetterMail $mail, array &$batch): array {
		$reader = $batch['readers'][$mail->getReaderId()] ?? null;
		if ($reader === null) {
			return [LetterMail::LEFT, null];
		}
		try {
			$written = $this->written($letter, $reader, $batch);
			$address = $written === null ? null : $this->subscriptions->address($reader->id, Recipients::listOf($letter));
		} catch (Throwable $e) {
			$this->logger->error('Could not write a mail of a letter', ['app' => 'reseau', 'exception' => $e]);
			return [LetterMail::REFUSED, self::NOT_MADE];
		}
		return match (true) {
			$written === null => [LetterMail::NOTHING, null],
			$address === null => [LetterMail::LEFT, null],
			default => [$written, $address, $reader->name],
		};
	}

	/**
	 * @param array<string, mixed> $batch
	 * @return ?WrittenMail null: it contains nothing for this reader
	 */
	private function written(Letter $letter, Reader $reader, array &$batch): ?WrittenMail {
		$viewer = $batch['viewers'][$reader->id];
		$seen = $this->passages->seen($viewer, $batch['passages']);
		[$mode, $links] = $this->notices->of($reader, $viewer, $seen, true);
		// Readers who see the same passages and get the same links get the same letter.
		$class = implode(',', [$mode, ...array_keys($links), '', ...array_keys($seen)]);
		if (!isset($batch['parts'][$class])) {
			$composed = $this->compose->letter($letter, $batch['items'], $seen, $this->links->of($mode, array_keys($links)));
			$batch['parts'][$class] = $composed->sections === [] ? [] : $this->text->parts($letter, $composed);
		}
		if ($batch['parts'][$class] === []) {
			return null;
		}
		$leave = $letter->isStatutory() ? null : $this->subscriptions->leaveUrl($reader->id);
		return LetterMailText::mail($letter, $batch['parts'][$class], NoticeSlots::slots($links) + [
			'why' => $this->text->why($letter, $reader),
			'own' => $this->subscriptions->ownPageUrl($reader->id),
			'leave' => (string)$leave,
			'read' => $this->online->url($reader, $letter->id()),
		], $leave);
	}

	/** @return array{string, ?string} the result, and why */
	private function handedOver(WrittenMail $mail, string $address, string $name): array {
		$began = hrtime(true);
		$reason = $this->outbox->post($mail, $address, $name);
		// Nextcloud does not distinguish a server that refuses a mail from one that took it and did not answer in time.
		return match (true) {
			$reason === null => [LetterMail::SENT, null],
			$reason === self::NOT_ACCEPTED && hrtime(true) - $began > self::SLOW => [LetterMail::PERHAPS, self::NO_ANSWER],
			default => [LetterMail::REFUSED, $reason],
		};
	}
}
