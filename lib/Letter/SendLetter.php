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
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Subscription\Reader;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJobList;
use OCP\IDBConnection;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Begins to send a letter: writes down, in one transaction with its state, to whom it goes. From then on nothing in the letter changes; PostLetters sends
 * the mails.
 */
class SendLetter {
	use Atomic;

	/** Seconds of mails for which the facilitator waits. */
	private const AT_ONCE = 3;

	/** Bytes that the reader's own links and why they get it take at most, and that the links to the page of a notice are longer than those into the app. */
	private const LINKS = 2000;
	private const LINKS_OF_NOTICE = 60;

	public function __construct(
		private readonly LetterMapper $letters,
		private readonly LetterItemMapper $items,
		private readonly LetterMailMapper $mails,
		private readonly Letters $reading,
		private readonly Passages $passages,
		private readonly Compose $compose,
		private readonly LetterMailText $text,
		private readonly LetterLinks $links,
		private readonly Recipients $recipients,
		private readonly LibraryFiles $files,
		private readonly PostLetters $posting,
		private readonly IJobList $jobs,
		private readonly ITimeFactory $clock,
		private readonly IDBConnection $db,
		private readonly LoggerInterface $logger,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input SendingSchema of src/letter/model.ts, raw input
	 * @throws ReasonException not_yours · not_found · letter_sent · version_missing · stale_version · wrong_type · letter_empty · letter_too_long · passages_changed ·
	 *                         picture_gone · nobody_reads · readers_changed
	 */
	public function begin(Viewer $viewer, int $id, array $input): void {
		$letter = $this->reading->draft($viewer, $id);
		$version = Input::version($input);
		$readers = Input::string($input['readers'] ?? null, 'readers');
		self::requireVersion($letter, $version);
		$this->requireReady($viewer, $letter, $this->items->findOf($id));
		$this->atomicAgain(function () use ($viewer, $id, $version, $readers): void {
			$this->letters->hold($id);
			$letter = $this->reading->draft($viewer, $id);
			self::requireVersion($letter, $version);
			$items = $this->items->findOf($id);
			$passages = $this->seen($viewer, $letter, $items);
			self::requireUnchanged($items, $passages);
			foreach ($items as $item) {
				// What is sent is what the sender read: nothing that they do not see, and no passage that says something else later.
				if (!$item->isBlock()) {
					$item->setHash(($passages[$item->key()] ?? null)?->hash() ?? LetterItem::GONE);
					$this->items->update($item);
				}
			}
			$this->writeReaders($letter, $readers);
			$letter->setState(Letter::SENDING);
			$letter->setNote(null);
			$letter->setSentAt($this->clock->getTime());
			$letter->setVersion($version + 1);
			$this->letters->update($letter);
		}, $this->db);
		$this->goOn($id);
	}

	/**
	 * @throws ReasonException not_yours · not_found · not_sending
	 */
	public function stop(Viewer $viewer, int $id): void {
		$this->reading->one($viewer, $id);
		$this->require($this->letters->change($id, Letter::SENDING, Letter::STOPPED), 'not_sending');
	}

	/**
	 * Goes on with one that was stopped, or whose run has ended without a word.
	 *
	 * @throws ReasonException not_yours · not_found · not_stopped
	 */
	public function resume(Viewer $viewer, int $id): void {
		$letter = $this->reading->one($viewer, $id);
		$this->require($letter->is(Letter::SENDING) || $this->letters->change($id, Letter::STOPPED, Letter::SENDING), 'not_stopped');
		$this->goOn($id);
	}

	/**
	 * Once more to those who were refused, or of whom nobody knows whether they have it.
	 *
	 * @param mixed $state raw input: `refused` or `perhaps`
	 * @throws ReasonException not_yours · not_found · unknown_state · letter_draft · nobody_left
	 */
	public function again(Viewer $viewer, int $id, mixed $state): void {
		$this->reading->one($viewer, $id);
		if (!in_array($state, [LetterMail::REFUSED, LetterMail::PERHAPS], true)) {
			throw new ReasonException('unknown_state', details: ['field' => 'state']);
		}
		$this->atomicAgain(function () use ($viewer, $id, $state): void {
			$this->letters->hold($id);
			$letter = $this->reading->one($viewer, $id);
			$this->require(!$letter->is(Letter::DRAFT), 'letter_draft');
			$this->require($this->mails->again($id, $state) > 0, 'nobody_left');
			// One that somebody stopped stays so: these wait with the others.
			if (!$letter->is(Letter::STOPPED)) {
				$letter->setState(Letter::SENDING);
				$letter->setNote(null);
				$this->letters->update($letter);
			}
		}, $this->db);
		$this->goOn($id);
	}

	/** The first mails while the facilitator waits, the others by the job: whose row Nextcloud reserves for half a day when a run of it was killed, until it is added again. */
	private function goOn(int $id): void {
		$this->jobs->add(LetterJob::class);
		try {
			$this->posting->run(self::AT_ONCE, $id);
		} catch (Throwable $e) {
			// The letter is being sent all the same.
			$this->logger->error('Could not send the first mails of a letter', ['app' => 'reseau', 'exception' => $e]);
		}
	}

	/**
	 * Whether a letter can be sent as it is.
	 *
	 * @param list<LetterItem> $items
	 * @throws ReasonException letter_empty · letter_too_long · passages_changed · picture_gone
	 */
	private function requireReady(Viewer $viewer, Letter $letter, array $items): void {
		$passages = $this->seen($viewer, $letter, $items);
		self::requireUnchanged($items, $passages);
		$composed = $this->compose->letter($letter, $items, $passages, $this->links->of(LetterLinks::APP));
		if ($composed->sections === []) {
			throw new ReasonException('letter_empty', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		$notices = count(array_filter($passages, static fn (Passage $passage): bool => $passage->kind === Passage::NOTICE));
		if (strlen($this->text->parts($letter, $composed)['html']) + self::LINKS + $notices * self::LINKS_OF_NOTICE > LetterHtml::MOST) {
			throw new ReasonException('letter_too_long', Http::STATUS_UNPROCESSABLE_ENTITY, ['max' => LetterHtml::MOST]);
		}
		// A colleague may have files that this facilitator has not.
		if ($letter->getPictureFile() !== null && $this->files->within([$letter->getPictureFile()]) === []) {
			throw new ReasonException('picture_gone', Http::STATUS_CONFLICT);
		}
	}

	/**
	 * @param string $seen Recipients::count()['key'] of those whom the facilitator has seen
	 * @throws ReasonException nobody_reads · readers_changed
	 */
	private function writeReaders(Letter $letter, string $seen): void {
		// In one pass, which costs; what does not fit is undone with the transaction.
		[$total, $key] = $this->recipients->each($letter, function (array $readers) use ($letter): void {
			$this->mails->insertAll(array_map(static function (Reader $reader) use ($letter): LetterMail {
				$mail = new LetterMail();
				$mail->setLetterId($letter->id());
				$mail->setReaderId($reader->id);
				$mail->setState(LetterMail::WAITING);
				return $mail;
			}, $readers));
		});
		if ($total === 0) {
			throw new ReasonException('nobody_reads', Http::STATUS_CONFLICT);
		}
		if ($key !== $seen) {
			throw new ReasonException('readers_changed', Http::STATUS_CONFLICT);
		}
	}

	/**
	 * @param list<LetterItem> $items
	 * @return array<string, Passage> by key, of the taken ones
	 */
	private function seen(Viewer $viewer, Letter $letter, array $items): array {
		return $this->passages->seen($viewer, $this->passages->read(Compose::about($items), $letter->getLanguage()));
	}

	/**
	 * What was shortened is to be looked at again when it says something else.
	 *
	 * @param list<LetterItem> $items
	 * @param array<string, Passage> $passages
	 */
	private static function requireUnchanged(array $items, array $passages): void {
		$changed = Compose::changed($items, $passages);
		if ($changed !== []) {
			throw new ReasonException('passages_changed', Http::STATUS_CONFLICT, ['passages' => $changed]);
		}
	}

	private static function requireVersion(Letter $letter, int $version): void {
		if ($letter->getVersion() !== $version) {
			throw ReasonException::stale();
		}
	}

	private function require(bool $done, string $reason): void {
		if (!$done) {
			throw new ReasonException($reason, Http::STATUS_CONFLICT);
		}
	}
}
