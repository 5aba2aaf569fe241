<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\Mail\OutsideMails;
use OCA\Reseau\Shared\PlainText;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/**
 * Questions of a person who is invited by mail, before they answer, and what who invited them writes back: neither sees the other's address. They are
 * kept with the invitation, encrypted, and go with it. People who have a card and a conversation write in that (Message).
 */
class AskTalk {
	use Atomic;

	/** Characters, as ASK_LIMITS of src/minutes/ask/model.ts. */
	public const TEXT = 1000;
	/** Questions of one invitation. */
	private const QUESTIONS = 5;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly AskMapper $asks,
		private readonly AskedData $data,
		private readonly AnswerAsk $answers,
		private readonly AskReplyMail $mail,
		private readonly MinutesNotifications $notifications,
		private readonly OutsideMails $mails,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * The person asks. The same question twice is one.
	 *
	 * @param mixed $text raw input
	 * @throws ReasonException link_gone · wrong_type · bad_text · too_long · text_missing · links_too_early · enough_messages
	 */
	public function question(string $token, mixed $text): void {
		$text = self::text($text);
		$this->waiting($token);
		$new = $this->atomicAgain(function () use ($token, $text): bool {
			$this->asks->hold(LinkTokens::hash($token));
			$open = $this->waiting($token);
			$questions = array_filter($this->data->read($open->ask())['talk'], static fn (array $one): bool => !$one['mine']);
			if (count($questions) >= self::QUESTIONS && end($questions)['text'] !== $text) {
				throw new ReasonException('enough_messages', Http::STATUS_TOO_MANY_REQUESTS);
			}
			return $this->add($open->ask(), false, $text);
		}, $this->db);
		$new && $this->notifications->asked($this->waiting($token)->ask());
	}

	/**
	 * Who invited them writes back; they get it by mail.
	 *
	 * @param mixed $text raw input
	 * @throws ReasonException not_yours · no_question · those of question() but enough_messages · enough_mails · enough_mails_today · mail_failed
	 */
	public function reply(Viewer $viewer, Ask $ask, mixed $text): void {
		self::requireInviter($viewer, $ask);
		$text = self::text($text);
		['name' => $name, 'email' => $email, 'talk' => $talk] = $this->data->read($ask);
		if ($talk === []) {
			throw new ReasonException('no_question', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		$this->mails->count($viewer);
		$new = $this->atomicAgain(function () use ($ask, $text): bool {
			$this->asks->hold((string)$ask->getTokenHash());
			return $this->add($this->asks->findById((int)$ask->getId()) ?? throw ReasonException::notFound(), true, $text);
		}, $this->db);
		if ($new && !$this->mail->send($email, $name, (string)$viewer->uid, end($talk)['text'], $text)) {
			// Nobody has read it: written again, it is sent again.
			$this->asks->writeData($ask);
			throw new ReasonException('mail_failed', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}

	/** Whether a viewer may read what was asked: who invited them, or who decides about the group once that account is gone. */
	public static function isInviter(Viewer $viewer, Ask $ask): bool {
		return $ask->getByUid() === null || $ask->getByUid() === $viewer->uid;
	}

	/**
	 * @throws ReasonException not_yours
	 */
	private static function requireInviter(Viewer $viewer, Ask $ask): void {
		if (!self::isInviter($viewer, $ask)) {
			throw ReasonException::notYours();
		}
	}

	/** @return bool false: it is what was said last */
	private function add(Ask $ask, bool $mine, string $text): bool {
		['name' => $name, 'email' => $email, 'note' => $note, 'talk' => $talk] = $this->data->read($ask);
		$last = end($talk);
		if ($last !== false && [$last['mine'], $last['text']] === [$mine, $text]) {
			return false;
		}
		$this->data->write($ask, $name, $email, $note, [...$talk, ['mine' => $mine, 'text' => $text, 'at' => $this->clock->getTime()]]);
		$this->asks->writeData($ask);
		return true;
	}

	private function waiting(string $token): OpenAsk {
		$open = $this->answers->open($token);
		return !$open->isAccepted() ? $open : throw new ReasonException('link_gone', Http::STATUS_NOT_FOUND, throttle: true);
	}

	private static function text(mixed $text): string {
		$text = trim(Fields::text($text, 'text', self::TEXT));
		if ($text === '') {
			throw new ReasonException('text_missing', details: ['field' => 'text']);
		}
		return !PlainText::hasAddress($text) ? $text : throw new ReasonException('links_too_early', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'text']);
	}
}
