<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Shared\RequestKey;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\IDBConnection;
use OCP\IUserManager;
use OCP\Security\ICrypto;
use SensitiveParameter;
use Throwable;

/**
 * Drafts of minutes: each is its facilitator's alone, in any of their browsers. Handed on, it is the other's: the names and addresses in it are known to
 * one person at a time (docs/decisions/0042).
 */
class Drafts {
	use Atomic;

	/** Characters, and drafts that one person began: as DRAFT_LIMITS of src/minutes/draft/model.ts. */
	public const NAME = 255;
	public const CONTENT = 4_000_000;
	public const MOST = 20;
	/** Bytes of the content once it is unpacked, for the person's own export. */
	private const UNPACKED = 32_000_000;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly DraftMapper $drafts,
		private readonly MinutesMapper $minutes,
		private readonly MinutesNotifications $notifications,
		private readonly Network $network,
		private readonly IUserManager $users,
		private readonly ICrypto $crypto,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return list<array<string, mixed>> DraftSummarySchema of src/minutes/draft/model.ts */
	public function of(Viewer $viewer): array {
		return array_map($this->summary(...), $this->drafts->findOf((string)$viewer->uid, $this->oldest()));
	}

	/**
	 * @throws ReasonException not_found: also another's, and one that was forgotten
	 */
	public function own(Viewer $viewer, int $id): Draft {
		$draft = $this->drafts->find($id);
		return $draft?->getUid() === $viewer->uid && $draft->getChangedAt() >= $this->oldest() ? $draft : throw ReasonException::notFound();
	}

	/** @return array<string, mixed> DraftSummarySchema */
	public function summary(Draft $draft): array {
		$from = $draft->getFromUid();
		return [
			'id' => $draft->getId(),
			'name' => $this->read($draft->getName()),
			'minutes' => $draft->getMinutesId(),
			'from' => $from === null ? null : $this->users->getDisplayName($from),
			'changed' => gmdate(DATE_ATOM, $draft->getChangedAt()),
			'until' => gmdate(DATE_ATOM, $draft->until()),
			'version' => $draft->getVersion(),
		];
	}

	/** @return array<string, mixed> DraftSchema */
	public function present(Draft $draft): array {
		return $this->summary($draft) + ['content' => $this->read($draft->getContent())];
	}

	/**
	 * Sent again with the same key, it is the same draft, as it is by now.
	 *
	 * @param array<array-key, mixed> $input key, name, content
	 * @throws ReasonException wrong_type · bad_text · too_long · bad_key · too_many_drafts · not_found: it was handed on since
	 */
	public function begin(Viewer $viewer, #[SensitiveParameter] array $input): Draft {
		$uid = (string)$viewer->uid;
		$hash = RequestKey::hash($input['key'] ?? null, "draft $uid");
		$draft = new Draft();
		$this->fill($draft, ['name' => $input['name'] ?? null, 'content' => $input['content'] ?? null]);
		$draft->setUid($uid);
		$draft->setKeyHash($hash);
		$draft->setVersion(1);
		$draft->setChangedAt($this->clock->getTime());
		try {
			return $this->same($viewer, $hash) ?? $this->atomic(function () use ($draft, $uid): Draft {
				// Those that others handed on do not keep anyone from beginning one.
				$begun = array_filter($this->drafts->findOf($uid, $this->oldest()), static fn (Draft $one): bool => $one->getFromUid() === null);
				if (count($begun) >= self::MOST) {
					throw new ReasonException('too_many_drafts', Http::STATUS_UNPROCESSABLE_ENTITY, ['max' => self::MOST]);
				}
				return $this->drafts->insert($draft);
			}, $this->db);
		} catch (Exception $e) {
			// Sent twice at the same moment.
			return $this->same($viewer, $hash) ?? throw $e;
		}
	}

	/**
	 * @param array<array-key, mixed> $input version, and what changes of name, content and minutes
	 * @throws ReasonException those of begin() · version_missing · unknown_minutes · stale_version with the `current` one, without its content
	 */
	public function write(Viewer $viewer, int $id, #[SensitiveParameter] array $input): Draft {
		$version = Input::version($input);
		$minutesId = isset($input['minutes']) ? Input::number($input['minutes']) ?? throw self::unknownMinutes() : null;
		return $this->change($viewer, $id, $version, function (Draft $draft) use ($input, $minutesId): void {
			$this->fill($draft, $input);
			if ($minutesId !== null) {
				$draft->setMinutesId($minutesId);
			}
			$draft->setChangedAt($this->clock->getTime());
		}, $minutesId);
	}

	/**
	 * From now on it is another facilitator's, and no longer the viewer's.
	 *
	 * @param array<array-key, mixed> $input version, uid
	 * @throws ReasonException not_found · version_missing · stale_version · wrong_type · unknown_facilitator
	 */
	public function handOn(Viewer $viewer, int $id, array $input): void {
		$version = Input::version($input);
		$this->own($viewer, $id);
		$to = Input::string($input['uid'] ?? null, 'uid');
		if ($to === $viewer->uid || !in_array($to, array_column($this->network->facilitators(), 'uid'), true)) {
			throw new ReasonException('unknown_facilitator', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'uid']);
		}
		$this->change($viewer, $id, $version, function (Draft $draft) use ($viewer, $to): void {
			$draft->setUid($to);
			$draft->setFromUid((string)$viewer->uid);
			$draft->setChangedAt($this->clock->getTime());
		});
		$this->notifications->handedOn($id, $to);
	}

	/**
	 * @throws ReasonException not_found
	 */
	public function delete(Viewer $viewer, int $id): void {
		$this->drafts->delete($this->own($viewer, $id));
		$this->notifications->draftGone($id);
	}

	/** Drafts that nobody has changed for a while. */
	public function forgetOld(): void {
		$this->drafts->deleteUnchangedSince($this->oldest());
	}

	/** The account is gone, and its drafts with it. */
	public function forgetAccount(string $uid): void {
		$this->drafts->deleteOf($uid);
		$this->drafts->clearGiver($uid);
	}

	/** @return list<array<string, mixed>> for the export of a person's data; an account that no longer facilitates may not read them */
	public function export(string $uid): array {
		return !$this->network->isFacilitator($uid) ? [] : array_map(fn (Draft $draft): array => [
			'name' => $this->read($draft->getName()),
			'changed' => gmdate(DATE_ATOM, $draft->getChangedAt()),
			'content' => self::unpacked($this->read($this->drafts->find((int)$draft->getId())?->getContent())),
		], $this->drafts->findOf($uid, $this->oldest()));
	}

	/** @param callable(Draft): void $change */
	private function change(Viewer $viewer, int $id, int $version, callable $change, ?int $minutesId = null): Draft {
		return $this->atomicAgain(function () use ($viewer, $id, $version, $change, $minutesId): Draft {
			if ($minutesId !== null) {
				$this->minutes->hold($minutesId);
				$this->minutes->findById($minutesId) ?? throw self::unknownMinutes();
			}
			$this->drafts->hold($id);
			$draft = $this->own($viewer, $id);
			if ($draft->getVersion() !== $version) {
				throw ReasonException::stale(current: $this->summary($draft));
			}
			$change($draft);
			$this->drafts->updateFrom($draft, $version);
			return $draft;
		}, $this->db);
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @throws ReasonException wrong_type · bad_text · too_long
	 */
	private function fill(Draft $draft, #[SensitiveParameter] array $input): void {
		if (array_key_exists('name', $input)) {
			$draft->setName($this->crypto->encrypt(Fields::text($input['name'], 'name', self::NAME)));
		}
		if (array_key_exists('content', $input)) {
			$draft->setContent($this->crypto->encrypt(Fields::text($input['content'], 'content', self::CONTENT)));
		}
	}

	private function same(Viewer $viewer, string $hash): ?Draft {
		$same = $this->drafts->findByKey($hash);
		return $same === null ? null : $this->own($viewer, (int)$same->getId());
	}

	/** @return string empty if the secret of the instance has changed since */
	private function read(?string $encrypted): string {
		try {
			return $this->crypto->decrypt((string)$encrypted);
		} catch (Throwable) {
			return '';
		}
	}

	/** The browser packs the content: base64 of gzip. */
	private static function unpacked(string $content): string {
		$text = @gzdecode((string)base64_decode($content, true), self::UNPACKED);
		return $text !== false && mb_check_encoding($text, 'UTF-8') ? $text : $content;
	}

	private function oldest(): int {
		return $this->clock->getTime() - Draft::DAYS * 86_400;
	}

	private static function unknownMinutes(): ReasonException {
		return new ReasonException('unknown_minutes', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'minutes']);
	}
}
