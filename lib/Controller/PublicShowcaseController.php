<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\LightPage;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Showcase\Showcase;
use OCA\Reseau\Showcase\ShowcaseLinks;
use OCA\Reseau\Showcase\ShowcasePages;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\AnonRateLimit;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\ContentSecurityPolicy;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IRequest;
use OCP\IURLGenerator;

/**
 * The public showcase: pages for everyone, which show no more to people who are logged in. With `embed=1`, the sites that the administrator chose may show them
 * in a frame.
 */
class PublicShowcaseController extends Controller {
	private const CARD = ['id' => '\d{1,18}'];
	private const GROUP = ['group' => '\d{1,18}'];
	private const SHEET = ['file' => '\d{1,18}'];
	private const NOTICE = ['notice' => '\d{1,18}'];

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Showcase $showcase,
		private readonly ShowcasePages $pages,
		private readonly Network $network,
		private readonly IURLGenerator $urls,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public')]
	public function network(): TemplateResponse {
		return $this->answer($this->pages->network(...));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/charter')]
	public function charter(): TemplateResponse {
		return $this->answer($this->pages->charter(...));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/people')]
	public function people(mixed $q = '', mixed $facet = [], mixed $cursor = ''): TemplateResponse {
		return $this->answer(fn (ShowcaseLinks $links): array => $this->pages->people($links, $q, $facet, LightPage::typed($cursor)));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/people/{id}', requirements: self::CARD)]
	public function person(int $id): TemplateResponse {
		return $this->answer(fn (ShowcaseLinks $links): array => $this->pages->person($links, $id));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/groups')]
	public function groups(mixed $cursor = ''): TemplateResponse {
		return $this->answer(fn (ShowcaseLinks $links): array => $this->pages->groups($links, LightPage::typed($cursor)));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/groups/{group}', requirements: self::GROUP)]
	public function group(int $group): TemplateResponse {
		return $this->answer(fn (ShowcaseLinks $links): array => $this->pages->group($links, $group));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/stories')]
	public function stories(mixed $q = '', mixed $facet = [], mixed $cursor = ''): TemplateResponse {
		return $this->answer(fn (ShowcaseLinks $links): array => $this->pages->stories($links, $q, $facet, LightPage::typed($cursor)));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/stories/{file}', requirements: self::SHEET)]
	public function story(int $file): TemplateResponse {
		return $this->answer(fn (ShowcaseLinks $links): array => $this->pages->story($links, $file));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/notices')]
	public function notices(mixed $q = '', mixed $facet = [], mixed $cursor = ''): TemplateResponse {
		return $this->answer(fn (ShowcaseLinks $links): array => $this->pages->notices($links, $q, $facet, LightPage::typed($cursor)));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/notices/{notice}', requirements: self::NOTICE)]
	public function notice(int $notice): TemplateResponse {
		return $this->answer(fn (ShowcaseLinks $links): array => $this->pages->notice($links, $notice));
	}

	/** @param callable(ShowcaseLinks): array<string, mixed> $page data for templates/light.php */
	private function answer(callable $page): TemplateResponse {
		$embedded = $this->request->getParam('embed') === '1';
		$links = new ShowcaseLinks($this->urls->linkToRoute('reseau.page.index'), $embedded);
		$indexed = false;
		$response = LightPage::answer(function () use ($page, $links, &$indexed): array {
			try {
				$this->showcase->requireOpen();
				$view = $page($links);
				// Searches, later pages and frames repeat what search engines find without them.
				$view['indexed'] = $view['indexed'] && !str_contains($this->request->getRequestUri(), '?');
			} catch (ReasonException) {
				// The page does not say why nothing is shown.
				throw ReasonException::notFound();
			}
			$indexed = $view['indexed'];
			return $view;
		}, $this->pages->gone(...));
		// Nextcloud forbids frames unless a response allows them.
		$response->addHeader('X-Robots-Tag', $indexed ? 'all' : 'noindex, nofollow');
		if ($response->getStatus() === Http::STATUS_OK) {
			// Revalidated each time, so that no one is shown after they have left.
			$response->setETag(md5($response->render()));
			$response->addHeader('Cache-Control', 'private, no-cache');
		}
		if ($embedded) {
			$policy = new ContentSecurityPolicy();
			foreach ($this->network->showcaseFrames() as $origin) {
				$policy->addAllowedFrameAncestorDomain($origin);
			}
			$response->setContentSecurityPolicy($policy);
		}
		return $response;
	}
}
